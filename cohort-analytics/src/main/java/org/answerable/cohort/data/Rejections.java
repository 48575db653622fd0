package org.answerable.cohort.data;

import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.RejectedRow;

/** The faults of a file: all counted, the first ones kept. */
final class Rejections {

    private final List<RejectedRow> first = new ArrayList<>();
    private long count;

    void add(long line, String column, String value, String message) {
        count++;
        if (first.size() < LoadReport.SHOWN) {
            first.add(new RejectedRow(line, column, SafeText.shown(value), message));
        }
    }

    boolean none() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<RejectedRow> first() {
        return first;
    }
}
