package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which published answers to list.
 *
 * @param q words, as in a web search; empty: all
 * @param from answered on or after
 * @param to answered on or before
 * @param ground code of an exemption that the answer cites
 * @param year in which it was answered
 * @param page from 1
 * @param perPage 1 to 200
 */
public record DisclosureFilter(
        String q,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<CaseOutcome> outcome,
        Optional<String> authority,
        Optional<String> ground,
        Optional<Integer> year,
        Sort sort,
        int page,
        int perPage) {

    /** Latest publication first, latest or earliest answer first, or by relevance to the words. */
    public enum Sort {
        PUBLISHED,
        ANSWERED,
        OLDEST,
        RELEVANCE
    }

    public DisclosureFilter {
        q = q == null ? "" : q.replace("\0", "").strip();
        if (q.length() > 500) {
            throw new InvalidInput("q", "Search for at most 500 characters.");
        }
        Paging.check("from", from);
        Paging.check("to", to);
        if (year.filter(y -> y < 1 || y > 9999).isPresent()) {
            throw new InvalidInput("year", "Give a year from 1 to 9999.");
        }
        Paging.check(page, perPage);
    }

    /** By the first five alone, latest publication first. */
    public DisclosureFilter(
            String q,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<CaseOutcome> outcome,
            Optional<String> authority,
            int page,
            int perPage) {
        this(
                q,
                from,
                to,
                outcome,
                authority,
                Optional.empty(),
                Optional.empty(),
                Sort.PUBLISHED,
                page,
                perPage);
    }

    /** Everything published, first page of 20. */
    public static DisclosureFilter all() {
        return new DisclosureFilter(
                "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1, 20);
    }

    public DisclosureFilter at(int newPage, int newPerPage) {
        return new DisclosureFilter(
                q, from, to, outcome, authority, ground, year, sort, newPage, newPerPage);
    }
}
