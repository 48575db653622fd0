package org.answerable.foi.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseReference;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ComplianceReports;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.ReportScope;
import org.answerable.foi.ReportSelection;
import org.answerable.foi.ReportedCases;
import org.answerable.foi.Role;

/** Counts for officers and auditors: their own authority case by case, the whole system in sums. */
@ApplicationScoped
@Transactional
public class CountCompliance implements ComplianceReports {

    private static final int MOST_PER_PAGE = 200;

    private final RequestRows rows;
    private final Authorities authorities;
    private final Clock clock;

    /** For the container's proxy. */
    protected CountCompliance() {
        this(null, null, null);
    }

    @Inject
    public CountCompliance(RequestRows rows, Authorities authorities, Clock clock) {
        this.rows = rows;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public ComplianceReport report(ReportScope scope, Actor actor) {
        requireReader(actor);
        scope.authority().ifPresent(code -> requireOwn(code, actor));
        String title =
                scope.authority()
                        .flatMap(authorities::find)
                        .map(a -> a.name())
                        .orElse("All authorities together");
        return ComplianceCount.of(
                title, scope, LocalDate.now(clock), rows.received(scope), rows.reviews(scope));
    }

    @Override
    public ReportedCases cases(
            ReportScope scope, ReportSelection selection, int page, int perPage, Actor actor) {
        requireReader(actor);
        requireOwn(scope.authority().orElse(""), actor);
        if (page < 1 || perPage < 1 || perPage > MOST_PER_PAGE) {
            throw new InvalidInput("page", "Pages are numbered from 1 and have 1 to 200 entries.");
        }
        List<CountedRequest> found =
                rows.received(scope).requests().stream().filter(r -> in(selection, r)).toList();
        return new ReportedCases(
                found.stream()
                        .skip((long) (page - 1) * perPage)
                        .limit(perPage)
                        .map(CountCompliance::row)
                        .toList(),
                found.size(),
                page,
                perPage);
    }

    private static void requireReader(Actor actor) {
        actor.require(Role.OFFICER, Role.AUDITOR);
    }

    private static void requireOwn(String authority, Actor actor) {
        if (!authority.equals(actor.authority())) {
            throw new NotAllowed(
                    "You may see the cases and figures of your own authority, and the sums of all"
                            + " authorities together.");
        }
    }

    private static boolean in(ReportSelection wanted, CountedRequest request) {
        Optional<String> ground = wanted.ground();
        return (wanted.timeliness().isEmpty() || wanted.timeliness().contains(request.timeliness()))
                && (wanted.outcomes().isEmpty()
                        || wanted.outcomes().contains(request.outcomeClass()))
                && (ground.isEmpty()
                        || request.answered() && request.grounds().contains(ground.get()));
    }

    private static ReportedCases.Row row(CountedRequest r) {
        return new ReportedCases.Row(
                CaseReference.of(r.reference()),
                r.subject(),
                r.received(),
                r.due(),
                r.ended(),
                r.timeliness(),
                r.outcomeClass());
    }
}
