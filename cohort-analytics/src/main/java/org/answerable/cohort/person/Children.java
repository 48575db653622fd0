package org.answerable.cohort.person;

import java.util.Arrays;

/** Family and month of birth of each child of an extract, by the child's number. */
final class Children {

    private static final int SMALLEST = 1 << 10;

    private int[] families = new int[SMALLEST];
    private short[] births = new short[SMALLEST];

    void put(int child, int family, int birthMonth) {
        if (child >= families.length) {
            int larger = Math.max(child + 1, families.length * 2);
            families = Arrays.copyOf(families, larger);
            births = Arrays.copyOf(births, larger);
        }
        families[child] = family;
        births[child] = (short) birthMonth;
    }

    /** The family of a child, or 0 if the child is new. */
    int family(int child) {
        return child < families.length ? families[child] : 0;
    }

    /** The earliest month of birth, or null without children. */
    Integer earliestBirthMonth() {
        Integer earliest = null;
        for (int child = 0; child < families.length; child++) {
            if (families[child] > 0 && (earliest == null || births[child] < earliest)) {
                earliest = (int) births[child];
            }
        }
        return earliest;
    }

    int birthMonth(int child) {
        return births[child];
    }
}
