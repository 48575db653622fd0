package org.answerable.foi;

import java.util.List;

/** One page of the disclosure log, with the size of the whole list. */
public record DisclosurePage(List<DisclosureSummary> items, long total, int page, int perPage) {

    public int pages() {
        return Paging.pages(total, perPage);
    }
}
