package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.InvalidInput;

/** Rows kept until the last is read, up to a limit. */
final class HeldRows {

    /** As many as a request may make the server hold. */
    static final int MOST = 200_000;

    private static final int MOST_CHARACTERS = 64 << 20;

    private final List<HeldRow> rows = new ArrayList<>();
    private long characters;

    /**
     * @throws InvalidInput there are too many
     */
    void add(Row row) {
        HeldRow held = HeldRow.of(row);
        for (String cell : held.cells()) {
            characters += cell == null ? 0 : cell.length();
        }
        if (rows.size() == MOST || characters > MOST_CHARACTERS) {
            throw new InvalidInput(
                    "body",
                    "This method holds all rows at once and takes up to 200,000. Send fewer, or leave out"
                            + " columns that are not needed.");
        }
        rows.add(held);
    }

    HeldRow get(int place) {
        return rows.get(place);
    }

    int size() {
        return rows.size();
    }
}
