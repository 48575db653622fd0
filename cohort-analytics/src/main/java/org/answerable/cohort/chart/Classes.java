package org.answerable.cohort.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values in classes of about as many each; equal values are never parted. */
final class Classes {

    /** One class: from its lowest to its highest value, both in it. */
    record Band(BigDecimal lowest, BigDecimal highest, int areas) {
        String words() {
            return lowest.compareTo(highest) == 0
                    ? number(lowest)
                    : number(lowest) + " to " + number(highest);
        }

        private static String number(BigDecimal number) {
            return String.format(Locale.UK, "%,." + Math.max(0, number.scale()) + "f", number);
        }
    }

    private Classes() {}

    /** At most so many classes, from low to high. */
    static List<Band> of(List<BigDecimal> values, int most) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        List<Band> bands = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= most && from < sorted.size(); i++) {
            int to = Math.max(from + 1, (int) Math.round((double) sorted.size() * i / most));
            while (to < sorted.size() && sorted.get(to).compareTo(sorted.get(to - 1)) == 0) {
                to++;
            }
            bands.add(new Band(sorted.get(from), sorted.get(to - 1), to - from));
            from = to;
        }
        return bands;
    }

    /** The place of the class that has the value. */
    static int place(List<Band> bands, BigDecimal value) {
        for (int i = 0; i < bands.size(); i++) {
            if (value.compareTo(bands.get(i).highest()) <= 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("The value is in none of the classes: " + value);
    }
}
