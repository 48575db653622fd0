package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One page of the cases behind a number. */
public record ReportedCases(List<Row> rows, long total, int page, int perPage) {

    /**
     * A request with the two classes it is counted in.
     *
     * @param due empty while the clock waits
     * @param ended answered, or ended without an answer
     */
    public record Row(
            CaseReference reference,
            String subject,
            LocalDate received,
            Optional<LocalDate> due,
            Optional<LocalDate> ended,
            Timeliness timeliness,
            OutcomeClass outcome) {}

    public int pages() {
        return Paging.pages(total, perPage);
    }
}
