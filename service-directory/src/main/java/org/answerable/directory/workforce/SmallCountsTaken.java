package org.answerable.directory.workforce;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Takes small counts out of a row of counts whose sum may be known, and as many more as are needed that
 * none of them can be worked out by subtraction, even by somebody who knows this rule: of every count
 * that was taken out because it is small, each value from 1 to the limit stays possible. Zero is shown.
 *
 * <p>With {@code h} counts taken out whose sum {@code s} is known, each at least 1, one of them can reach
 * the limit {@code t} when {@code s - (h - 1) >= t}, and can be 1 when the others can be as much as
 * {@code s - 1}: always when one of them is above the limit, and otherwise when {@code s - 1 <= t(h - 1)}.
 * Where that cannot be had by taking more out, the sum is taken out.
 */
final class SmallCountsTaken {

    private final boolean[] hidden;
    private final boolean sumHidden;

    private SmallCountsTaken(boolean[] hidden, boolean sumHidden) {
        this.hidden = hidden;
        this.sumHidden = sumHidden;
    }

    /**
     * @param counts of one row, none negative
     * @param smallUpTo counts from 1 to this are small
     */
    static SmallCountsTaken from(List<Integer> counts, int smallUpTo) {
        return from(counts, new boolean[counts.size()], smallUpTo);
    }

    /**
     * @param also counts that are taken out for another reason
     */
    static SmallCountsTaken from(List<Integer> counts, boolean[] also, int smallUpTo) {
        boolean[] hidden = also.clone();
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] |= counts.get(i) >= 1 && counts.get(i) <= smallUpTo;
        }
        int sum = counts.stream().mapToInt(Integer::intValue).sum();
        boolean sumHidden = sum >= 1 && sum <= smallUpTo;
        while (!sumHidden && !isSafe(counts, hidden, smallUpTo)) {
            OptionalInt next = smallestShown(counts, hidden);
            if (next.isPresent()) {
                hideAll(counts, next.getAsInt(), hidden);
            } else {
                sumHidden = true;
            }
        }
        return new SmallCountsTaken(hidden, sumHidden);
    }

    boolean hides(int index) {
        return hidden[index];
    }

    boolean hidesSum() {
        return sumHidden;
    }

    /** The count, or null when it was taken out. */
    Integer shown(List<Integer> counts, int index) {
        return hidden[index] ? null : counts.get(index);
    }

    private static boolean isSafe(List<Integer> counts, boolean[] hidden, int smallUpTo) {
        int[] taken =
                IntStream.range(0, hidden.length).filter(i -> hidden[i]).map(counts::get).toArray();
        if (taken.length == 0) {
            return true;
        }
        if (taken.length == 1) {
            return false;
        }
        int sum = Arrays.stream(taken).sum();
        int large = (int) Arrays.stream(taken).filter(count -> count > smallUpTo).count();
        int small = taken.length - large;
        boolean reachesLimit = sum - (small - 1) - large * (smallUpTo + 1) >= smallUpTo;
        boolean canBeOne = large > 0 || sum - 1 <= smallUpTo * (taken.length - 1);
        return reachesLimit && canBeOne;
    }

    /** All that are equal: which of two was taken would tell something of the third. */
    private static void hideAll(List<Integer> counts, int value, boolean[] hidden) {
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] |= counts.get(i) == value;
        }
    }

    private static OptionalInt smallestShown(List<Integer> counts, boolean[] hidden) {
        return IntStream.range(0, hidden.length)
                .filter(i -> !hidden[i])
                .map(counts::get)
                .filter(count -> count > 0)
                .min();
    }
}
