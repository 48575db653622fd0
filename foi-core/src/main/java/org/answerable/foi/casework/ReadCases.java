package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CasePage;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseRow;
import org.answerable.foi.CaseView;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Role;
import org.answerable.foi.clock.StatutoryClock;

/** Reads cases for the people of the authority that owns them. */
@ApplicationScoped
@Transactional
public class ReadCases implements FoiCases {

    private final Cases cases;
    private final Calendars calendars;
    private final CaseAssembly assembly;
    private final Clock clock;

    /** For the container's proxy. */
    protected ReadCases() {
        this(null, null, null, null);
    }

    @Inject
    public ReadCases(Cases cases, Calendars calendars, CaseAssembly assembly, Clock clock) {
        this.cases = cases;
        this.calendars = calendars;
        this.assembly = assembly;
        this.clock = clock;
    }

    @Override
    public CasePage find(CaseFilter filter, Actor actor) {
        requireReader(actor);
        if (filter.authority().filter(a -> !a.equals(actor.authority())).isPresent()) {
            return new CasePage(List.of(), 0, filter.page(), filter.perPage());
        }
        LocalDate today = LocalDate.now(clock);
        Cases.Scope scope =
                new Cases.Scope(
                        actor.authority(),
                        onlyAllotted(actor)
                                ? Optional.of(actor.username())
                                : Optional.<String>empty());
        Cases.Found found = cases.list(filter, scope, today);
        List<CaseRow> rows =
                found.rows().stream().map(r -> row(r, actor.authority(), today)).toList();
        return new CasePage(rows, found.total(), filter.page(), filter.perPage());
    }

    private CaseRow row(Cases.Row row, String authority, LocalDate today) {
        return new CaseRow(
                CaseReference.of(row.reference()),
                row.kind(),
                authority,
                row.subject(),
                row.state(),
                row.received(),
                Optional.ofNullable(row.due()),
                Optional.ofNullable(row.draftDue()),
                row.state().open() && row.due() != null && today.isAfter(row.due()),
                row.due() == null
                        ? 0
                        : StatutoryClock.workingDaysBetween(
                                today, row.due(), calendars.version(row.calendar())),
                row.questions(),
                row.decided());
    }

    @Override
    public CaseView get(CaseReference reference, Actor actor) {
        requireReader(actor);
        FoiCase found =
                cases.find(reference, actor.authority())
                        .orElseThrow(() -> CaseFile.notFound(reference));
        if (onlyAllotted(actor) && found.questions().stream().noneMatch(q -> q.allottedTo(actor))) {
            throw CaseFile.notFound(reference);
        }
        return assembly.view(found, actor);
    }

    /** A contributor sees what was allotted to them, and nothing else. */
    static boolean onlyAllotted(Actor actor) {
        return !actor.has(
                Role.OFFICER,
                Role.APPROVER,
                Role.REVIEWER,
                Role.QUALIFIED_PERSON,
                Role.PUBLISHER,
                Role.AUDITOR);
    }

    private static void requireReader(Actor actor) {
        actor.require(
                Role.OFFICER,
                Role.CONTRIBUTOR,
                Role.APPROVER,
                Role.REVIEWER,
                Role.QUALIFIED_PERSON,
                Role.PUBLISHER,
                Role.AUDITOR);
    }
}
