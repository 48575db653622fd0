package org.answerable.cohort;

import java.util.List;
import java.util.Optional;

/**
 * Computes figures, keeps them, and releases them under a policy. Counts leave this module only
 * through here.
 */
public interface Figures {

    /**
     * Computes a figure by one statement in the database and keeps it.
     *
     * @throws InvalidInput the band is empty or reversed, the dataset lacks the ages, a district is
     *     unknown (the message names near ones), or the total has no fitting name
     * @throws NotAllowed the actor is not an analyst
     */
    Figure compute(FigureRequest request, Actor actor);

    /**
     * Counts a cohort and keeps the figure: a count, a share or a rate with its limits.
     *
     * @param progress told which process counts, so that the count can be stopped
     * @throws InvalidInput the question does not fit the cohort; fields as in {@link MeasureRequest}
     * @throws Conflict the statement took longer than the time limit, or was stopped; nothing was kept
     * @throws NotAllowed the actor is not an analyst
     */
    Figure compute(MeasureRequest request, Actor actor, Progress progress);

    /** Counts on the spot. */
    default Figure compute(MeasureRequest request, Actor actor) {
        return compute(request, actor, Progress.NONE);
    }

    /**
     * The total of a figure as a number that knows what it counts, to be compared with another. A rate
     * and a trend have no such number.
     *
     * @param field what the caller calls the number
     */
    Optional<QuantityText> number(String field, Figure figure);

    /** The code sets of larger areas that a measure can be broken down by. */
    List<Choice> wholes(Actor actor);

    /**
     * A figure for colleagues, released or not.
     *
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Optional<Figure> find(String id, Actor actor);

    /**
     * Releases a figure under the policy in force, or gives the earlier release of it. Everything
     * that can be read off or worked out from the table by one subtraction is checked, and its
     * totals against those of earlier releases of the same dataset.
     *
     * @param reason why it is released, for the ledger: {@code Cited in the answer to
     *     FOI-2026-0007}
     * @throws Conflict a count of 1 to the policy's threshold would become known; the message says
     *     how many, the rule, and a coarser figure that may do
     * @throws NotFound no such figure
     * @throws NotAllowed the actor is neither officer nor analyst
     */
    Figure release(String id, String reason, Actor actor);

    /** A figure as released, for anyone; empty when it was not released. */
    Optional<Figure> released(String id);

    /** What a reader may see: a figure as released, or before that if the reader may see it so. */
    default Optional<Figure> visible(String id, Optional<Actor> reader) {
        return released(id)
                .or(() -> reader.filter(Actor::seesUnreleased).flatMap(actor -> find(id, actor)));
    }

    /**
     * Runs the question of a figure again on the stored dataset and compares.
     *
     * @throws NotFound no such figure
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Comparison recompute(String id, Actor actor);

    /**
     * The same for a released figure, on behalf of nobody in particular: its counts are public
     * already.
     *
     * @throws NotFound the figure was not released
     */
    Comparison recompute(String id);

    /**
     * Figures, newest first.
     *
     * @param page from 1
     * @param perPage 1 to 200
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Page<FigureSummary> list(int page, int perPage, Actor actor);

    /**
     * The newest 200 figures without counts, for an officer who looks for one to cite.
     *
     * @throws NotAllowed the actor is neither officer, analyst nor admin
     */
    List<FigureChoice> choices(Actor actor);
}
