package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which cases to list.
 *
 * @param dueBefore only cases due before this date
 * @param q words to find in the reference, the subject or the questions; empty: all
 * @param authority code; a code other than the actor's own finds nothing
 * @param overdue only open cases whose due date has passed
 * @param page from 1
 * @param perPage 1 to 200
 */
public record CaseFilter(
        Optional<CaseState> state,
        Optional<LocalDate> dueBefore,
        String q,
        Optional<String> authority,
        boolean overdue,
        Sort sort,
        int page,
        int perPage) {

    /** Most urgent first, newest first, or by reference. */
    public enum Sort {
        DUE,
        RECEIVED,
        REFERENCE
    }

    public CaseFilter {
        q = q == null ? "" : q.replace("\0", "").strip();
        Paging.check("due_before", dueBefore);
        Paging.check(page, perPage);
    }

    /** All cases, most urgent first, first page of 50. */
    public static CaseFilter all() {
        return new CaseFilter(
                Optional.empty(), Optional.empty(), "", Optional.empty(), false, Sort.DUE, 1, 50);
    }
}
