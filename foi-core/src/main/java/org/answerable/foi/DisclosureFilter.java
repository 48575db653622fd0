package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which published answers to list.
 *
 * @param q words, as in a web search; empty: all
 * @param from answered on or after
 * @param to answered on or before
 * @param page from 1
 * @param perPage 1 to 200
 */
public record DisclosureFilter(
        String q,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<CaseOutcome> outcome,
        Optional<String> authority,
        int page,
        int perPage) {

    public DisclosureFilter {
        q = q == null ? "" : q.replace("\0", "").strip();
        if (q.length() > 500) {
            throw new InvalidInput("q", "Search for at most 500 characters.");
        }
        Paging.check("from", from);
        Paging.check("to", to);
        Paging.check(page, perPage);
    }

    /** Everything published, first page of 20. */
    public static DisclosureFilter all() {
        return new DisclosureFilter(
                "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 20);
    }

    public DisclosureFilter at(int newPage, int newPerPage) {
        return new DisclosureFilter(q, from, to, outcome, authority, newPage, newPerPage);
    }
}
