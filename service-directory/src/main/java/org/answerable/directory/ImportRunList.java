package org.answerable.directory;

import java.util.List;

/**
 * One page of the runs, newest first.
 *
 * @param total of all pages
 */
public record ImportRunList(List<ImportReport> runs, long total) {

    public ImportRunList {
        runs = List.copyOf(runs);
    }
}
