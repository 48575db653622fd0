package org.answerable.cohort.synthetic;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Invents the contacts of one child: the health visitor's reviews at their ages, and visits to a
 * family hub, an early years provider or early help by those families that use them. About fifteen
 * a child under 3.
 */
final class SyntheticContacts {

    private static final String HEALTH_VISITING = "health-visiting";
    private static final String[] MODES = {"home-visit", "clinic", "group", "video", "phone"};

    /** Age in days, spread in days, share of children seen. */
    private static final double[][] REVIEWS = {
        {12, 6, 0.95}, {49, 14, 0.90}, {365, 60, 0.82}, {800, 90, 0.76}
    };

    /** Share of families that use it, visits a year, age in days from which. */
    private static final double[][] USES = {{0.62, 10, 30}, {0.50, 12, 600}, {0.06, 14, 60}};

    private static final String[] SERVICES = {"family-hub", "early-years", "early-help"};
    private static final int ANTENATAL_DAYS = 60;
    private static final double ANTENATAL = 0.4;

    private final int firstDay;
    private final int endDay;

    /**
     * @param firstDay first day of the period
     * @param endDay the day after its last
     */
    SyntheticContacts(int firstDay, int endDay) {
        this.firstDay = firstDay;
        this.endDay = endDay;
    }

    void of(SyntheticChild child, UniformRandomProvider random, Sink to) {
        int end = Math.min(endDay, child.to());
        if (random.nextDouble() < ANTENATAL) {
            // Before the birth it is a contact with the family.
            add(to, false, HEALTH_VISITING, child.birthDay() - ANTENATAL_DAYS, end, random);
        }
        for (double[] review : REVIEWS) {
            if (random.nextDouble() < review[2]) {
                int age = (int) (review[0] + (random.nextDouble() - 0.5) * 2 * review[1]);
                add(to, true, HEALTH_VISITING, child.birthDay() + age, end, random);
            }
        }
        for (int i = 0; i < USES.length; i++) {
            if (random.nextDouble() < USES[i][0]) {
                visits(child, i, end, random, to);
            }
        }
    }

    /** Visits at exponential distances: a Poisson process. */
    private void visits(
            SyntheticChild child, int use, int end, UniformRandomProvider random, Sink to) {
        double every = 365.25 / USES[use][1];
        double day = child.birthDay() + USES[use][2];
        while (true) {
            day -= every * Math.log(1 - random.nextDouble());
            if (day >= end) {
                return;
            }
            boolean withChild = random.nextDouble() < 0.9;
            add(to, withChild, SERVICES[use], (int) day, end, random);
        }
    }

    private void add(
            Sink to,
            boolean withChild,
            String service,
            int day,
            int end,
            UniformRandomProvider random) {
        String mode = MODES[random.nextInt(MODES.length)];
        if (day >= firstDay && day < end) {
            to.add(withChild, service, day, mode);
        }
    }

    /** Takes one contact. */
    @FunctionalInterface
    interface Sink {
        void add(boolean withChild, String service, int day, String mode);
    }
}
