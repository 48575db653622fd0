package org.answerable.foi;

/** Compliance figures (s.45 Code part 8; R24 to R26) and the cases behind them. */
public interface ComplianceReports {

    /**
     * Counts the requests of the scope.
     *
     * @throws NotAllowed when the actor is neither officer nor auditor, or asks for one other
     *     authority; the whole system may be asked for, in sums only
     */
    ComplianceReport report(ReportScope scope, Actor actor);

    /**
     * The cases behind a number, by date of receipt.
     *
     * @param page from 1
     * @param perPage 1 to 200
     * @throws NotAllowed when the scope is not the actor's own authority
     */
    ReportedCases cases(
            ReportScope scope, ReportSelection selection, int page, int perPage, Actor actor);
}
