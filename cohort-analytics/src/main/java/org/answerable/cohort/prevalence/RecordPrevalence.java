package org.answerable.cohort.prevalence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.PrevalenceRevision;
import org.answerable.cohort.Role;

/** An analyst adds an entry to the library, or records a new version of one. */
@ApplicationScoped
public class RecordPrevalence {

    private PrevalenceRegister register;
    private Clock clock;

    protected RecordPrevalence() {}

    @Inject
    public RecordPrevalence(PrevalenceRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Prevalences#revise}. */
    @Transactional
    public Prevalence revise(PrevalenceRevision revision, Actor actor) {
        actor.require(Role.ANALYST);
        Prevalence kept =
                register.versions(revision.id()).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "There is no prevalence entry "
                                                        + revision.id()
                                                        + "."));
        if (revision.basedOn() != kept.version()) {
            throw new Conflict(
                    "Version "
                            + kept.version()
                            + " of "
                            + kept.id()
                            + " was recorded since you opened the form. Compare what you typed with it"
                            + " before you record another.");
        }
        Prevalence next = read(revision, actor, kept.asOf()).entry(kept.id(), kept.version() + 1);
        register.revise(next, actor);
        return next;
    }

    /** See {@link org.answerable.cohort.Prevalences#add}. */
    @Transactional
    public Prevalence add(PrevalenceRevision revision, Actor actor) {
        actor.require(Role.ANALYST);
        TypedPrevalence typed = read(revision, actor, null);
        return register.add(id -> isNew(typed.entry(id, 1)), actor);
    }

    private TypedPrevalence read(PrevalenceRevision revision, Actor actor, LocalDate keptDate) {
        return TypedPrevalence.read(
                revision, LocalDate.now(clock), keptDate, clock.instant(), actor.username());
    }

    private Prevalence isNew(Prevalence entry) {
        for (Prevalence kept : register.inForce()) {
            if (kept.measure().equalsIgnoreCase(entry.measure())
                    && kept.population().equalsIgnoreCase(entry.population())
                    && kept.citation().equals(entry.citation())) {
                throw new InvalidInput(
                        "population",
                        kept.id()
                                + " is of this measure, this population and this source already. Record a"
                                + " new version of it, or say how this population differs");
            }
        }
        return entry;
    }
}
