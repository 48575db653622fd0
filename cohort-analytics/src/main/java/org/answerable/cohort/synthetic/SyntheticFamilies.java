package org.answerable.cohort.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Invents the children of one area. Those registered at the day of the population have exactly the
 * ages given; besides, some have left before. Births become siblings so that the intervals follow a
 * table of the share of mothers with a next birth within 12, 24, 36 and 48 months.
 */
final class SyntheticFamilies {

    /** Invented, like all here: the share with a next birth within so many years. */
    private static final double[] NEXT_BIRTH_WITHIN = {0, 0, 0.12, 0.28, 0.40};

    private static final double MOVES_A_YEAR = 0.08;
    private static final double LEFT = 0.06;
    private static final double TWINS = 0.015;
    private static final int NEAR_MONTHS = 3;
    private static final int MOST_DAYS_TO_REGISTER = 21;

    private final UniformRandomProvider random;
    private final LocalDate day;
    private final int areas;
    private final int areaIndex;
    private final List<int[]> wanted = new ArrayList<>();
    private int families;

    /**
     * @param day the day the population is counted at
     * @param areas how many areas there are to move from
     */
    SyntheticFamilies(UniformRandomProvider random, LocalDate day, int areas, int areaIndex) {
        this.random = random;
        this.day = day;
        this.areas = areas;
        this.areaIndex = areaIndex;
    }

    List<SyntheticChild> children(int[] ages) {
        int[][] births = births(ages);
        Arrays.sort(births, Comparator.<int[]>comparingInt(b -> b[0]).thenComparingInt(b -> b[1]));
        List<SyntheticChild> children = new ArrayList<>(births.length);
        int before = Integer.MIN_VALUE;
        int familyBefore = 0;
        for (int[] birth : births) {
            boolean twin = birth[0] - before < 31 && random.nextDouble() < TWINS;
            int family = twin ? familyBefore : family(birth[0]);
            SyntheticChild child = child(children.size() + 1, family, birth[0], birth[1] == 1);
            if (child != null) {
                children.add(child);
            }
            before = birth[0];
            familyBefore = family;
        }
        return children;
    }

    /** Day of birth, and whether the child has left since. */
    private int[][] births(int[] ages) {
        List<int[]> births = new ArrayList<>();
        for (int age = 0; age < ages.length; age++) {
            int left = (int) Math.floor(ages[age] * LEFT + random.nextDouble());
            for (int i = 0; i < ages[age] + left; i++) {
                births.add(new int[] {birthDay(age), i < ages[age] ? 0 : 1});
            }
        }
        return births.toArray(int[][]::new);
    }

    /** Ages count calendar months: aged 1 means born 12 to 23 months before the month of the day. */
    private int birthDay(int age) {
        LocalDate month = day.withDayOfMonth(1).minusMonths(age * 12L + random.nextInt(12));
        int days =
                month.equals(day.withDayOfMonth(1)) ? day.getDayOfMonth() : month.lengthOfMonth();
        return (int) month.toEpochDay() + random.nextInt(days);
    }

    /** A family that is due for a birth about now, or a new one; and when its next is due. */
    private int family(int birthDay) {
        int best = -1;
        for (int i = 0; i < wanted.size(); i++) {
            int off = Math.abs(wanted.get(i)[1] - birthDay);
            if (off <= NEAR_MONTHS * 30
                    && (best < 0 || off < Math.abs(wanted.get(best)[1] - birthDay))) {
                best = i;
            }
        }
        int family = best < 0 ? ++families : wanted.remove(best)[0];
        double months = monthsToNext(random.nextDouble());
        if (months > 0) {
            wanted.add(new int[] {family, birthDay + (int) (months * 30.44)});
        }
        return family;
    }

    /** Inverse of the table joined by straight lines; 0 for no next birth in four years. */
    private static double monthsToNext(double u) {
        for (int year = 1; year < NEXT_BIRTH_WITHIN.length; year++) {
            double below = NEXT_BIRTH_WITHIN[year - 1];
            double upTo = NEXT_BIRTH_WITHIN[year];
            if (u < upTo) {
                return 12 * (year - 1 + (u - below) / (upTo - below));
            }
        }
        return 0;
    }

    /** Null for one who would have to leave on the day it came. */
    private SyntheticChild child(int number, int family, int birthDay, boolean left) {
        int today = (int) day.toEpochDay();
        int registered = Math.min(birthDay + random.nextInt(MOST_DAYS_TO_REGISTER), today);
        int lastStart = left ? today - 1 : today;
        if (registered > lastStart) {
            return null;
        }
        double years = (today - registered) / 365.25;
        boolean moved =
                areas > 1
                        && registered < lastStart
                        && random.nextDouble() < 1 - Math.exp(-MOVES_A_YEAR * years);
        int from = moved ? registered + 1 + random.nextInt(lastStart - registered) : registered;
        int to = left ? from + 1 + random.nextInt(today - from) : Integer.MAX_VALUE;
        return new SyntheticChild(
                number, family, birthDay, registered, moved ? other() : -1, from, to);
    }

    private int other() {
        return (areaIndex + 1 + random.nextInt(areas - 1)) % areas;
    }
}
