package org.answerable.cohort;

import java.util.List;

/**
 * One page of a list in stable order.
 *
 * @param page from 1
 * @param perPage at most 200
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int perPage, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are; at least one. */
    public long pages() {
        return Math.max(1, (total + perPage - 1) / perPage);
    }
}
