package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.Geography;
import org.answerable.directory.NotAllowed;
import org.answerable.directory.NotFound;
import org.answerable.directory.Position;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.commissioning.store.CatalogueNames;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.PositionTable;
import org.answerable.directory.input.Checks;

/** An editor records what a commissioner declares, first or again. */
@ApplicationScoped
public class DeclarePosition {

    private PositionTable positions;
    private CommissioningLists lists;
    private CatalogueNames catalogue;
    private Geography geography;
    private TrainingRegister training;
    private Clock clock;

    protected DeclarePosition() {}

    @Inject
    public DeclarePosition(
            PositionTable positions,
            CommissioningLists lists,
            CatalogueNames catalogue,
            Geography geography,
            TrainingRegister training,
            Clock clock) {
        this.positions = positions;
        this.lists = lists;
        this.catalogue = catalogue;
        this.geography = geography;
        this.training = training;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.Positions#declare}. */
    @Transactional
    public String declare(PositionTerms given, boolean demonstration, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        PositionTerms terms = checked(given);
        return positions.add(
                terms,
                id(terms),
                demonstration,
                LocalDate.now(clock).getYear(),
                "First recorded",
                actor,
                clock.instant());
    }

    /** See {@link org.answerable.directory.Positions#revise}. */
    @Transactional
    public void revise(
            String reference, int from, PositionTerms given, String reason, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Position newest =
                positions.known(Instant.MAX, reference).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("There is no such position."));
        if (!newest.authority().equals(actor.authority())) {
            throw new NotAllowed("Only editors of the authority that added it can revise it.");
        }
        Checks checks = new Checks();
        PositionTerms terms = checks.all(() -> checked(given));
        String why = checks.needed("reason", reason, Checks.SHORT, "Enter why it is changed");
        checks.done();
        if (!positions.revise(reference, from, terms, id(terms), why, actor, clock.instant())) {
            throw new Conflict(
                    "Somebody recorded another version meanwhile. Open the position again and make"
                            + " your change to that.");
        }
    }

    private PositionTerms checked(PositionTerms given) {
        return new PositionRules(
                        lists.needs(),
                        training.programmes(),
                        catalogue,
                        geography,
                        LocalDate.now(clock))
                .checked(given);
    }

    private String id(PositionTerms terms) {
        return catalogue
                .organizations(List.of(terms.commissioner()))
                .get(terms.commissioner().toLowerCase(Locale.ROOT));
    }
}
