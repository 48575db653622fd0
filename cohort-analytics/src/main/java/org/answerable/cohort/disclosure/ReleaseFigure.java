package org.answerable.cohort.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Role;

/**
 * An officer or analyst releases a figure under the policy in force; unsafe ones are refused with a
 * reason.
 */
@ApplicationScoped
public class ReleaseFigure {

    private ReleaseLedger ledger;
    private Clock clock;

    protected ReleaseFigure() {}

    @Inject
    public ReleaseFigure(ReleaseLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Figures#release}. */
    @Transactional
    public Figure release(String id, String reason, Actor actor) {
        actor.require(Role.OFFICER, Role.ANALYST);
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new InvalidInput(
                    "reason", "Say in at most 500 characters why the figure is released.");
        }
        Figure figure =
                ledger.figure(id).orElseThrow(() -> new NotFound("There is no figure " + id + "."));
        ledger.release(figure, reason.strip(), actor, clock.instant(), ReleaseFigure::insistOnSafe);
        return ledger.released(id)
                .orElseThrow(() -> new NotFound("There is no figure " + id + "."));
    }

    private static void insistOnSafe(
            Figure figure, ReleasePolicy policy, List<FigureTable> earlier) {
        if (figure.sources().stream().anyMatch(Figure.Source::synthetic)) {
            throw new Conflict(
                    "Figure "
                            + figure.id()
                            + " is not released: it was computed from invented data, which is for"
                            + " training only.");
        }
        long own = SmallCounts.in(figure.table(), policy);
        long together = SmallCounts.between(figure.table(), earlier, policy);
        if (own + together == 0) {
            return;
        }
        throw new Conflict(
                "Figure "
                        + figure.id()
                        + " is not released: "
                        + how(own, together)
                        + ". Rule "
                        + policy.name()
                        + ": "
                        + policy.rule()
                        + " "
                        + policy.citation()
                        + " "
                        + coarser(figure));
    }

    private static String how(long own, long together) {
        String shown = counts(own) + " could be read or worked out from it";
        String compared =
                counts(together) + " could be worked out by comparing it with earlier releases";
        if (together == 0) {
            return shown;
        }
        return own == 0 ? compared : shown + ", and " + compared;
    }

    private static String counts(long n) {
        return n == 1 ? "1 small count" : n + " small counts";
    }

    private static String coarser(Figure figure) {
        if (figure.question() instanceof FigureRequest population) {
            return switch (population.groupBy()) {
                case AREA -> "Compute it by district instead of by area.";
                case DECILE -> "Compute it for the total only.";
                case DISTRICT ->
                        "Compute it for the total only, or leave the district breakdown to a wider age"
                                + " band.";
                case NONE -> "Compute it for a larger area or the whole dataset.";
            };
        }
        return figure.table().rows().isEmpty()
                ? "Compute it for a larger area, a wider age band or a longer window."
                : "Compute it for larger areas, or for the total only.";
    }
}
