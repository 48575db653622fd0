package org.answerable.cohort.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Comparison;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.FigureChoice;
import org.answerable.cohort.Figures;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimates;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Page;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.measure.SoftwareVersion;
import org.answerable.cohort.store.NeedJson;
import org.answerable.cohort.store.NeedTable;

/** Estimates of need in PostgreSQL. */
@ApplicationScoped
public class KeptNeed implements NeedEstimates {

    private static final int MOST_CHOICES = 200;
    private static final int MOST_REASON = 500;

    private NeedTable kept;
    private ComputeNeed computeNeed;
    private Figures figures;
    private Clock clock;

    protected KeptNeed() {}

    @Inject
    public KeptNeed(NeedTable kept, ComputeNeed computeNeed, Figures figures, Clock clock) {
        this.kept = kept;
        this.computeNeed = computeNeed;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public NeedEstimate compute(NeedQuestion question) {
        return computeNeed.given(question);
    }

    @Override
    public NeedEstimate compute(NeedQuestion question, Actor actor, Progress progress) {
        return computeNeed.ofFigure(question, actor, progress);
    }

    @Override
    public NeedEstimate keep(NeedQuestion question, Actor actor, Progress progress) {
        NeedEstimate estimate = computeNeed.ofFigure(question, actor, progress);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return kept.add(
                LocalDate.now(clock).getYear(),
                reference ->
                        estimate.keptAs(
                                reference,
                                now,
                                actor.displayName(),
                                actor.authority(),
                                SoftwareVersion.current(),
                                NeedJson.sha256(estimate)),
                actor);
    }

    @Override
    public Optional<NeedEstimate> find(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return kept.find(id);
    }

    @Override
    public Optional<NeedEstimate> released(String id) {
        return kept.released(id);
    }

    @Override
    @Transactional
    public NeedEstimate release(String id, String reason, Actor actor) {
        actor.require(Role.OFFICER, Role.ANALYST);
        if (reason == null || reason.isBlank() || reason.length() > MOST_REASON) {
            throw new InvalidInput(
                    "reason", "Say in at most 500 characters why the estimate is released.");
        }
        NeedEstimate estimate = kept.find(id).orElseThrow(() -> notFound(id));
        if (estimate.population().synthetic()) {
            throw new Conflict(
                    id
                            + " is not released: its children are invented, which is for training"
                            + " only.");
        }
        figures.release(estimate.population().figureId(), reason.strip(), actor);
        kept.release(id, reason.strip(), actor, clock.instant());
        return kept.released(id).orElseThrow(() -> notFound(id));
    }

    @Override
    public Comparison recompute(String id, Actor actor) {
        NeedEstimate estimate = find(id, actor).orElseThrow(() -> notFound(id));
        return again(estimate, figures.recompute(estimate.population().figureId(), actor));
    }

    @Override
    public Comparison recompute(String id) {
        NeedEstimate estimate = released(id).orElseThrow(() -> notFound(id));
        return again(estimate, figures.recompute(estimate.population().figureId()));
    }

    /** The figure is counted again first: an estimate stands on it. */
    private Comparison again(NeedEstimate estimate, Comparison figure) {
        List<String> differences = new ArrayList<>(figure.differences());
        try {
            NeedEstimate now = computeNeed.ofFigure(estimate.question(), Progress.NONE);
            differences.addAll(RecomputeNeed.differences(estimate, now));
        } catch (InvalidInput cannot) {
            differences.add("It cannot be worked out again: " + cannot.getMessage());
        }
        return new Comparison(differences.isEmpty(), differences);
    }

    @Override
    public Page<Summary> list(int page, int perPage, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return kept.list(page, perPage);
    }

    @Override
    public List<FigureChoice> choices(Actor actor) {
        actor.require(Role.OFFICER, Role.ANALYST, Role.ADMIN);
        return kept.choices(MOST_CHOICES);
    }

    private static NotFound notFound(String id) {
        return new NotFound("There is no estimate " + id + ".");
    }
}
