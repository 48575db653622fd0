package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How long the words of a case are kept. First goes whatever may tell who asked, later the words of
 * the record; dates, outcomes, codes and published answers stay. What is open, may still be reviewed
 * or is on hold is never touched (R11, s.77).
 */
public interface Retention {

    /** Months that nobody has set otherwise: 3 years and 6 years. */
    int REQUESTER_MONTHS = 36;

    int RECORD_MONTHS = 72;

    /** What a run would do today, and what it would leave, with the reason. Changes nothing. */
    Preview preview(Actor actor);

    /** Erases what is due in the administrator's authority and keeps a report of it. */
    Run run(Actor administrator);

    /** The same for every authority, by the schedule. Only one node at a time does it. */
    void runDaily();

    /** The periods in force, one for each outcome. */
    List<Rule> rules(Actor actor);

    /**
     * @param outcome empty: cases that ended without an answer
     * @throws InvalidInput when a period is shorter than 6 months, longer than 100 years, or the record
     *     would go before the requester
     */
    void setRule(
            Optional<CaseOutcome> outcome,
            int requesterMonths,
            int recordMonths,
            Actor administrator);

    /** Holds one case of the officer's authority until the hold is released. */
    void hold(CaseReference reference, String reason, Actor officer);

    /** @throws NotFound when there is no such hold in the officer's authority */
    void release(long hold, String reason, Actor officer);

    /** Holds that are not released, the latest first. */
    List<Hold> holds(Actor actor);

    /** What was removed so far, the latest first, at most 50. */
    List<Run> runs(Actor actor);

    /** What is erased together. */
    enum Stage {
        REQUESTER("Who asked"),
        RECORD("The record");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param hold why it stays; empty: it goes */
    record Item(CaseReference reference, Stage stage, LocalDate dueOn, String hold) {}

    record Preview(List<Item> due, List<Item> held) {}

    record Rule(
            Optional<CaseOutcome> outcome,
            int requesterMonths,
            int recordMonths,
            Optional<String> setBy) {}

    record Hold(
            long id, CaseReference reference, String reason, String placedBy, Instant placedAt) {}

    /** @param held how many were left, each for a reason */
    record Run(Instant at, String by, List<String> requesters, List<String> records, int held) {}
}
