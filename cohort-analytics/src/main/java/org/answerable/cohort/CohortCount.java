package org.answerable.cohort;

import java.time.Instant;
import java.util.List;

/**
 * A cohort counted.
 *
 * @param eligible those of the unit, age, time and area
 * @param members those of them who meet the conditions on contacts, too
 * @param steps what each condition left, from all in the extract to the members
 * @param query the statement that was run for the counts
 * @param millis how long it took
 * @param at when it was counted
 * @param by who counted, by name
 */
public record CohortCount(
        long eligible,
        long members,
        List<Step> steps,
        Figure.Query query,
        long millis,
        Instant at,
        String by) {

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
