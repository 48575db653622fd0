package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/** The limits that every paged list shares. */
final class Paging {

    private static final int MOST_PER_PAGE = 200;
    private static final int LAST_PAGE = 1_000_000;
    private static final int LAST_YEAR = 9999;

    private Paging() {}

    static void check(int page, int perPage) {
        if (page < 1 || page > LAST_PAGE) {
            throw new InvalidInput("page", "Pages are numbered from 1 to 1,000,000.");
        }
        if (perPage < 1 || perPage > MOST_PER_PAGE) {
            throw new InvalidInput("per_page", "A page has 1 to 200 entries.");
        }
    }

    /** Dates that the database can compare with. */
    static void check(String field, Optional<LocalDate> date) {
        if (date.filter(d -> d.getYear() < 1 || d.getYear() > LAST_YEAR).isPresent()) {
            throw new InvalidInput(field, "Give a year from 1 to 9999.");
        }
    }

    static int pages(long total, int perPage) {
        return (int) Math.max(1, (total + perPage - 1) / perPage);
    }
}
