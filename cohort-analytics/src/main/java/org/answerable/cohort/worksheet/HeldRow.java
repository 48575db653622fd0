package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.List;

/** A row that is kept, or one that a calculation makes. */
record HeldRow(long number, List<String> names, List<String> cells, long literals) implements Row {

    private static final int MARKED = Long.SIZE;

    static HeldRow of(Row row) {
        int width = row.names().size();
        List<String> cells = new ArrayList<>(width);
        long marked = 0;
        for (int i = 0; i < width; i++) {
            cells.add(row.cell(i));
            if (i < MARKED && row.literal(i)) {
                marked |= 1L << i;
            }
        }
        return new HeldRow(row.number(), row.names(), cells, marked);
    }

    /** A row of words. */
    static HeldRow of(List<String> names, List<String> cells) {
        return new HeldRow(0, names, cells, 0);
    }

    @Override
    public String cell(int place) {
        return cells.get(place);
    }

    @Override
    public boolean literal(int place) {
        return place < MARKED && (literals >> place & 1) == 1;
    }
}
