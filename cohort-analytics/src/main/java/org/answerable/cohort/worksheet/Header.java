package org.answerable.cohort.worksheet;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.answerable.cohort.InvalidInput;

/** The names of the columns, found again whatever their case, spaces or order. */
record Header(List<String> names) {

    private static final int MOST = 1000;

    Header {
        names = List.copyOf(names);
        if (names.size() > MOST) {
            throw new InvalidInput("header", "There are more than 1,000 columns.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isBlank() && !seen.add(key(name))) {
                throw new InvalidInput(
                        "header",
                        "There are two columns " + Faults.shown(name) + ". Rename or remove one.");
            }
        }
    }

    /** Where a column is, or -1. */
    int place(String column) {
        for (int i = 0; i < names.size(); i++) {
            if (key(names.get(i)).equals(column)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(String column) {
        return place(column) >= 0;
    }

    /**
     * @throws InvalidInput a column is missing; the message says what was found
     */
    void require(String... columns) {
        for (String column : columns) {
            if (!has(column)) {
                throw new InvalidInput(
                        "header",
                        "There is no column "
                                + column
                                + ". The columns found are: "
                                + Faults.shown(String.join(", ", names), 300)
                                + ". Name one of them "
                                + column
                                + ", or add it.");
            }
        }
    }

    /**
     * @throws InvalidInput a column has the name of a result
     */
    void leaveRoomFor(List<String> results) {
        for (String result : results) {
            if (has(result)) {
                throw new InvalidInput(
                        "header",
                        "The column "
                                + result
                                + " would be written by this calculation. Rename or remove yours.");
            }
        }
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }
}
