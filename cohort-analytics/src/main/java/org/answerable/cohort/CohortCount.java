package org.answerable.cohort;

import java.util.List;

/**
 * A cohort counted.
 *
 * @param eligible those of the unit, age, time and area
 * @param members those of them who meet the conditions on contacts, too
 * @param steps what each condition left, from all in the extract to the members
 * @param query the statement that was run for the counts
 * @param millis how long it took
 */
public record CohortCount(
        long eligible, long members, List<Step> steps, Figure.Query query, long millis) {

    public CohortCount {
        steps = List.copyOf(steps);
    }

    /**
     * One condition.
     *
     * @param words the condition in words
     * @param left how many are left after it
     * @param removed how many it removed
     */
    public record Step(String words, long left, long removed) {}
}
