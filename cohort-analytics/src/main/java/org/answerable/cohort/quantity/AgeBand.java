package org.answerable.cohort.quantity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A half-open band of completed years: {@code [from,to)} holds {@code from} and not {@code to}.
 * "0-2" can be read as two bands, so the label always names the ages.
 *
 * @throws IllegalArgumentException a negative, empty or reversed band
 */
public record AgeBand(int from, int to) {

    private static final int LISTED = 6;

    public AgeBand {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + " is not a band of completed years");
        }
    }

    /** The single years of age of the band. */
    public List<Integer> years() {
        return IntStream.range(from, to).boxed().toList();
    }

    /** Whether all of it is below 18. */
    public boolean isChildhood() {
        return to <= 18;
    }

    /** The ages in words: {@code aged 0, 1 and 2 (under 3)}, {@code aged 5 to 17 inclusive}. */
    public String label() {
        return "aged " + ages() + (from == 0 ? " (under " + to + ")" : "");
    }

    private String ages() {
        int last = to - 1;
        if (from == last) {
            return String.valueOf(from);
        }
        if (to - from > LISTED) {
            return from + " to " + last + " inclusive";
        }
        return IntStream.range(from, last)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "))
                + " and "
                + last;
    }
}
