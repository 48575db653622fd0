package org.answerable.cohort;

import java.util.List;
import java.util.Optional;

/** Estimates of need: worked out for everybody, kept and released by those who answer for them. */
public interface NeedEstimates {

    /** A kept estimate in a list. */
    record Summary(
            String id,
            String title,
            String sentence,
            java.time.Instant computedAt,
            String computedBy,
            boolean released) {}

    /**
     * Works out need from children that the caller gives; nothing is kept, and nothing of any dataset is
     * used.
     *
     * @throws InvalidInput fields of {@link NeedQuestion}, such as {@code prevalence[0].mean}
     */
    NeedEstimate compute(NeedQuestion question);

    /**
     * Works out need from a figure; nothing is kept.
     *
     * @param progress is told how many areas are done, and may stop the work
     * @throws InvalidInput fields of {@link NeedQuestion}
     * @throws NotAllowed the actor is not an analyst
     */
    NeedEstimate compute(NeedQuestion question, Actor actor, Progress progress);

    /** Works it out, and keeps it. */
    NeedEstimate keep(NeedQuestion question, Actor actor, Progress progress);

    /**
     * An estimate for colleagues, released or not.
     *
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Optional<NeedEstimate> find(String id, Actor actor);

    /** An estimate as released, for anyone; empty when it was not released. */
    Optional<NeedEstimate> released(String id);

    /** What a reader may see: an estimate as released, or before that if the reader may see it so. */
    default Optional<NeedEstimate> visible(String id, Optional<Actor> reader) {
        return released(id)
                .or(() -> reader.filter(Actor::seesUnreleased).flatMap(actor -> find(id, actor)));
    }

    /**
     * Releases an estimate, or gives its earlier release. The figure that counts its children is released
     * with it, under the policy in force: an expected need gives its children away by one division.
     *
     * @throws Conflict the figure cannot be released; the message says why
     * @throws NotFound no such estimate
     * @throws NotAllowed the actor is neither officer nor analyst
     */
    NeedEstimate release(String id, String reason, Actor actor);

    /**
     * Works an estimate out again: from its figure, the versions of the shares that it used, and what the
     * directory knows now about its day.
     */
    Comparison recompute(String id, Actor actor);

    /** The same for a released one. */
    Comparison recompute(String id);

    /**
     * Estimates, newest first.
     *
     * @throws NotAllowed the actor is neither analyst nor admin
     */
    Page<Summary> list(int page, int perPage, Actor actor);

    /** The newest 200 without numbers, for an officer who looks for one to cite. */
    List<FigureChoice> choices(Actor actor);
}
