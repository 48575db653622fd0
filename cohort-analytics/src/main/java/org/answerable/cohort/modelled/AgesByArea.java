package org.answerable.cohort.modelled;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * People by area and age from people by practice and age, {@code N(p,a)}, and by practice and area,
 * {@code N(p,l)}: {@code N(l,a) = sum over p of N(p,a) N(p,l) / N(p)}. Each practice's people of an
 * age are taken to live where all its people live.
 *
 * <p>Areas come one after the other. People are whole: what rounding takes from one area the next
 * one of the same age gets, so the sum of each age over any run of areas is right to one person.
 * {@code N(p)} is the practice's sum over ages, so each area keeps its people to a few.
 */
final class AgesByArea {

    private final Map<String, double[]> shares = new HashMap<>();
    private final Map<String, Long> lists = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final double[] area;
    private final double[] carried;
    private long peopleWithoutAges;
    private final Set<String> withoutAges = new HashSet<>();

    /**
     * @param ages how many ages, an open one included
     */
    AgesByArea(int ages) {
        this.area = new double[ages];
        this.carried = new double[ages];
    }

    /** The people of a practice by age. One without people is as one that is not there. */
    void practice(String practice, int[] people) {
        long all = 0;
        for (int n : people) {
            all += n;
        }
        if (all == 0) {
            return;
        }
        double[] share = new double[people.length];
        for (int age = 0; age < share.length; age++) {
            share[age] = (double) people[age] / all;
        }
        shares.put(practice, share);
        lists.put(practice, all);
    }

    /** People of a practice who live in the area that is under way. */
    void add(String practice, long people) {
        double[] share = shares.get(practice);
        if (share == null) {
            withoutAges.add(practice);
            peopleWithoutAges += people;
            return;
        }
        seen.add(practice);
        for (int age = 0; age < area.length; age++) {
            area[age] += people * share[age];
        }
    }

    /** The area's people by age; what is added afterwards belongs to the next one. */
    long[] endOfArea() {
        long[] people = new long[area.length];
        for (int age = 0; age < area.length; age++) {
            double wanted = area[age] + carried[age];
            people[age] = Math.max(0, Math.round(wanted));
            carried[age] = wanted - people[age];
            area[age] = 0;
        }
        return people;
    }

    /** Practices with people by area and none by age. */
    int practicesWithoutAges() {
        return withoutAges.size();
    }

    long peopleWithoutAges() {
        return peopleWithoutAges;
    }

    /** Practices with people by age that no area has. */
    int practicesWithoutAreas() {
        return shares.size() - seen.size();
    }

    long peopleWithoutAreas() {
        return lists.entrySet().stream()
                .filter(e -> !seen.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
