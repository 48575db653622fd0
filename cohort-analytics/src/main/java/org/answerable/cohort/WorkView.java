package org.answerable.cohort;

import java.time.Instant;
import java.util.List;

/**
 * Background work as it stands.
 *
 * @param what for example the title of the dataset that is loaded
 * @param rows rows done
 * @param bytes bytes read
 * @param bytesTotal bytes to read, or null when not known
 * @param message how it ended, in words; empty while it runs
 * @param made references of what was made: datasets, figures, or the cohort that was counted
 * @param rejected the first faults of the file, in file order
 * @param rejectedCount all faults
 * @param problems what is wrong with its description, by field
 * @param cancelAsked whether somebody asked to stop it
 * @param mayCancel whether the person who looks may
 */
public record WorkView(
        long id,
        String what,
        WorkState state,
        long rows,
        long bytes,
        Long bytesTotal,
        String message,
        List<String> made,
        List<RejectedRow> rejected,
        long rejectedCount,
        List<FieldError> problems,
        boolean cancelAsked,
        boolean mayCancel,
        Instant startedAt,
        Instant endedAt,
        String startedBy) {

    public WorkView {
        made = List.copyOf(made);
        rejected = List.copyOf(rejected);
        problems = List.copyOf(problems);
    }

    /** How far it is in whole percent, or -1 when that is not known. */
    public int percent() {
        return bytesTotal == null || bytesTotal <= 0
                ? -1
                : (int) Math.min(100, bytes * 100 / bytesTotal);
    }
}
