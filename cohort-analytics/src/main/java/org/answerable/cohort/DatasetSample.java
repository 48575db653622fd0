package org.answerable.cohort;

import java.util.List;

/**
 * The first rows of a dataset for looking at; for extracts about people only counts, never a row of
 * one person.
 *
 * @param caption what the rows are
 * @param headings one for each column
 * @param rows at most 20
 */
public record DatasetSample(String caption, List<String> headings, List<List<String>> rows) {

    public DatasetSample {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
