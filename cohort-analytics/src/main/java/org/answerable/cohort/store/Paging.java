package org.answerable.cohort.store;

import org.answerable.cohort.InvalidInput;

/** The limits of a paged list. */
public final class Paging {

    private Paging() {}

    /**
     * Passes pages that can be asked for.
     *
     * @throws InvalidInput on the field at fault
     */
    public static void check(int page, int perPage) {
        if (page < 1) {
            throw new InvalidInput("page", "Pages count from 1.");
        }
        if (perPage < 1 || perPage > 200) {
            throw new InvalidInput("per_page", "A page holds 1 to 200 entries.");
        }
    }
}
