package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.NotFound;

/**
 * How every command begins and ends: the case is locked and the step checked, the history is
 * written.
 */
@Dependent
public class CaseFile {

    private final Cases cases;
    private final Clock clock;

    @Inject
    public CaseFile(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** The case of the actor's authority, locked, when the actor may do this to it now. */
    FoiCase open(CaseReference reference, CaseAction action, Actor actor) {
        FoiCase found = lock(reference, action, actor);
        CaseRules.require(action, found, actor);
        return found;
    }

    /** The same where only the role is looked at yet. */
    FoiCase lock(CaseReference reference, CaseAction action, Actor actor) {
        CaseRules.requireRole(action, actor);
        return cases.lock(reference, actor.authority()).orElseThrow(() -> notFound(reference));
    }

    void record(FoiCase foiCase, Actor actor, HistoryKind kind, String text) {
        cases.add(new HistoryRecord(foiCase, actor, now(), kind, text));
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in the zone of the clock, which is London's (R4). */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    static NotFound notFound(CaseReference reference) {
        return new NotFound("There is no case " + reference + " in your authority.");
    }
}
