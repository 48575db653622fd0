package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;

/**
 * A due date with its whole explanation (s.10 FOIA; rules R2 and R3).
 *
 * @param received day 0
 * @param dayOne the first working day after it
 * @param due the last day on which an answer is in time (R4)
 * @param workingDays the limit that was counted
 * @param calendar version of the holiday calendar
 * @param days every date from day 0 to the due date, each once
 */
public record Deadline(
        LocalDate received,
        LocalDate dayOne,
        LocalDate due,
        int workingDays,
        String calendar,
        List<DeadlineDay> days) {

    public Deadline {
        days = List.copyOf(days);
    }

    public List<DeadlineDay> skipped() {
        return days.stream().filter(d -> d.kind() == DeadlineDay.Kind.SKIPPED).toList();
    }
}
