package org.answerable.directory.commissioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.Geography;
import org.answerable.directory.Position;
import org.answerable.directory.PositionTerms;
import org.answerable.directory.Positions;
import org.answerable.directory.Role;
import org.answerable.directory.commissioning.store.CommissioningLists;
import org.answerable.directory.commissioning.store.PositionTable;
import org.answerable.directory.input.Checks;

/** Positions as they were recorded. */
@ApplicationScoped
public class RecordedPositions implements Positions {

    private static final int MOST_COMMISSIONERS = 50;

    private PositionTable positions;
    private CommissioningLists lists;
    private DeclarePosition declarePosition;
    private Geography geography;
    private Clock clock;

    protected RecordedPositions() {}

    @Inject
    public RecordedPositions(
            PositionTable positions,
            CommissioningLists lists,
            DeclarePosition declarePosition,
            Geography geography,
            Clock clock) {
        this.positions = positions;
        this.lists = lists;
        this.declarePosition = declarePosition;
        this.geography = geography;
        this.clock = clock;
    }

    @Override
    public List<Position> all() {
        return positions.known(Instant.MAX, "");
    }

    @Override
    public Optional<Position> find(String reference, Instant known) {
        return reference == null || reference.isEmpty()
                ? Optional.empty()
                : positions.known(known, reference).stream().findFirst();
    }

    @Override
    public List<Position> versions(String reference) {
        return positions.versions(reference);
    }

    @Override
    public String declare(PositionTerms terms, boolean demonstration, Actor actor) {
        return declarePosition.declare(terms, demonstration, actor);
    }

    @Override
    public void revise(
            String reference, int from, PositionTerms terms, String reason, Actor actor) {
        declarePosition.revise(reference, from, terms, reason, actor);
    }

    @Override
    public List<String> commissioners(String area) {
        return lists.commissioners(Instant.MAX).getOrDefault(area, List.of());
    }

    @Override
    @Transactional
    public void name(String area, List<String> names, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        Checks checks = new Checks();
        List<String> codes =
                new AreaRules(geography, List.of(area == null ? "" : area))
                        .checked(checks, "area", List.of(area == null ? "" : area), null);
        List<String> clean = checks.texts("names", names, MOST_COMMISSIONERS, Checks.SHORT);
        if (clean.isEmpty()) {
            checks.error("names", "Enter at least one commissioner, one a line");
        }
        checks.done();
        lists.name(codes.get(0), clean, actor, clock.instant());
    }
}
