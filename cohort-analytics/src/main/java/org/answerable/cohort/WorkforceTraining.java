package org.answerable.cohort;

import java.time.LocalDate;
import java.util.List;

/**
 * Port: how many people are trained in what, as the public may know it. The web module implements it. Training
 * is a tier of its own: it is never capacity of another.
 */
public interface WorkforceTraining {

    /**
     * A programme.
     *
     * @param current people whose training counts; null when the number is withheld because it is small
     */
    record Programme(String name, Integer current) {}

    /**
     * @param at the day of the counts
     * @param rule by which numbers are withheld
     */
    record Trained(LocalDate at, List<Programme> programmes, String rule) {
        public Trained {
            programmes = List.copyOf(programmes);
        }
    }

    Trained trained();
}
