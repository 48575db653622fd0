package org.answerable.cohort.file;

import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.RejectedRow;

/** The faults of a file: all counted, the first ones kept. */
public final class Rejections {

    private final List<RejectedRow> first = new ArrayList<>();
    private long count;

    public void add(long line, String column, String value, String message) {
        count++;
        if (first.size() < LoadReport.SHOWN) {
            first.add(new RejectedRow(line, column, SafeText.shown(value), message));
        }
    }

    public boolean none() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    public List<RejectedRow> first() {
        return first;
    }
}
