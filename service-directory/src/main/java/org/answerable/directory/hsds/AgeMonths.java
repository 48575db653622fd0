package org.answerable.directory.hsds;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Ages in completed months, both ends included; null is open. Publishers give years, with decimals for part years:
 * a whole maximum is an age last birthday (2 ends at 35 months), a fraction is that many months (0.92 is 11).
 *
 * @param from lowest age in completed months, or null
 * @param to highest age in completed months, or null
 */
public record AgeMonths(Integer from, Integer to) {

    /** The highest age that anybody gives, in years. */
    public static final int OLDEST_YEARS = 150;

    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    /** The months that a pair of numbers of years means. */
    public static AgeMonths ofYears(BigDecimal minimum, BigDecimal maximum) {
        return new AgeMonths(
                minimum == null ? null : months(minimum),
                maximum == null
                        ? null
                        : whole(maximum)
                                ? maximum.intValueExact() * 12 + 11
                                : Integer.valueOf(months(maximum)));
    }

    /** The completed months of an age in years: {@code floor(12 · age + 0.000001)}. */
    public static int completed(BigDecimal years) {
        return years.multiply(YEAR)
                .add(new BigDecimal("0.000001"))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** The lowest age in years with at most two decimals, or null. */
    public BigDecimal minimumYears() {
        return from == null ? null : years(from);
    }

    /**
     * The highest age in years, or null: the age last birthday where the months end with a birthday, else the months
     * as a fraction with two decimals.
     */
    public BigDecimal maximumYears() {
        if (to == null) {
            return null;
        }
        boolean endsWithBirthday = (to + 1) % 12 == 0;
        int birthday = (to + 1) / 12 - 1;
        boolean below = from != null && birthday * 12 < from;
        return endsWithBirthday && birthday >= 0 && !below
                ? BigDecimal.valueOf(birthday)
                : years(to);
    }

    private static boolean whole(BigDecimal years) {
        return years.stripTrailingZeros().scale() <= 0;
    }

    private static int months(BigDecimal years) {
        return years.multiply(YEAR).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static BigDecimal years(int months) {
        BigDecimal years = BigDecimal.valueOf(months).divide(YEAR, 2, RoundingMode.HALF_UP);
        BigDecimal plain = years.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
