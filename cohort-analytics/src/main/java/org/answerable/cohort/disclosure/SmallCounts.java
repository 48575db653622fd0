package org.answerable.cohort.disclosure;

import java.util.List;
import org.answerable.cohort.FigureTable;

/**
 * Counts how many small counts a table gives away: those it shows, and those a reader gets by one
 * subtraction of a part from its total. What several releases together give away is looked for only
 * in their totals of the same age; the full audit (linear programming over all releases) is a
 * later, stronger gate behind the same door.
 */
public final class SmallCounts {

    private SmallCounts() {}

    /** How many small counts the table alone gives away. */
    public static long in(FigureTable table, ReleasePolicy policy) {
        long small = 0;
        for (FigureTable.Row row : table.rowsAndTotal()) {
            small += smallInRow(row, policy);
        }
        // The rest of two rows is the other row, which is looked at already.
        if (table.total() != null && table.rows().size() > 2) {
            for (FigureTable.Row row : table.rows()) {
                small += smallRest(row, table.total(), policy);
            }
        }
        return small;
    }

    /**
     * How many small counts the totals give away when each is taken from that of an earlier
     * release.
     */
    public static long between(FigureTable table, List<FigureTable> earlier, ReleasePolicy policy) {
        long small = 0;
        for (FigureTable other : earlier) {
            if (table.total() == null || other.total() == null) {
                continue;
            }
            for (int i = 0; i < table.ages().size(); i++) {
                int j = other.ages().indexOf(table.ages().get(i));
                if (j >= 0) {
                    long rest = table.total().counts().get(i) - other.total().counts().get(j);
                    small += isSmallRest(rest, policy) ? 1 : 0;
                }
            }
            if (table.columns().equals(other.columns())) {
                small += isSmallRest(table.total().sum() - other.total().sum(), policy) ? 1 : 0;
            }
        }
        return small;
    }

    private static long smallInRow(FigureTable.Row row, ReleasePolicy policy) {
        long small = row.counts().stream().filter(policy::forbids).count();
        if (row.counts().size() != 1) {
            small += policy.forbids(row.sum()) ? 1 : 0;
        }
        if (row.counts().size() > 2) {
            small += row.counts().stream().filter(c -> isSmallRest(row.sum() - c, policy)).count();
        }
        return small;
    }

    private static long smallRest(
            FigureTable.Row part, FigureTable.Row total, ReleasePolicy policy) {
        long small = isSmallRest(total.sum() - part.sum(), policy) ? 1 : 0;
        for (int i = 0; i < part.counts().size(); i++) {
            small += isSmallRest(total.counts().get(i) - part.counts().get(i), policy) ? 1 : 0;
        }
        return small;
    }

    /** A rest of zero says only that two numbers are equal, which the reader sees anyway. */
    private static boolean isSmallRest(long rest, ReleasePolicy policy) {
        return rest != 0 && policy.forbids(rest);
    }
}
