package org.answerable.foi;

import java.util.List;

/** One page of a list of cases, with the size of the whole list. */
public record CasePage(List<CaseRow> rows, long total, int page, int perPage) {

    public int pages() {
        return Paging.pages(total, perPage);
    }
}
