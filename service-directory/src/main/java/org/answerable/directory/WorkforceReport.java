package org.answerable.directory;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * Trained people by programme, profession, district and month, each month as at its last day. To be
 * trained and to be still trained are different columns.
 *
 * @param rows in the order of their keys; only those with somebody in them
 * @param protectedBy the rule by which small counts were taken out, or empty for the editors' own page
 */
public record WorkforceReport(List<Row> rows, String protectedBy) {

    /**
     * A row. Counts are null where they were taken out.
     *
     * @param everTrained people who were trained, whether it still counts or not
     * @param current people whose training counts and is in supervision where that is wanted
     * @param overdue people whose training counts but whose supervision is overdue
     * @param lapsing people whose training lapses in the 90 days after the month
     */
    public record Row(
            String programme,
            String profession,
            String district,
            YearMonth month,
            Integer everTrained,
            BigDecimal everTrainedWte,
            Integer current,
            BigDecimal currentWte,
            Integer overdue,
            Integer lapsing) {}

    public WorkforceReport {
        rows = List.copyOf(rows);
    }
}
