package org.answerable.directory;

import java.util.List;

/**
 * One page of services.
 *
 * @param page from 1
 * @param total how many there are on all pages
 */
public record ServicePage(List<ServiceView> items, int page, int perPage, long total) {

    public ServicePage {
        items = List.copyOf(items);
    }

    /** How many pages there are; at least one. */
    public long pages() {
        return Math.max(1, (total + perPage - 1) / perPage);
    }
}
