package org.answerable.cohort.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CommissionedCapacity;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.Figures;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedEstimate.Provision;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.Prevalences;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkforceTraining;
import org.answerable.cohort.store.NeedTable;

/** Works a question of need out: children from a figure, shares from the library, what is there from the directory. */
@ApplicationScoped
public class ComputeNeed {

    private static final int MOST_ROWS = 40_000;
    private static final long MOST_DRAWN_FOR_ANYBODY = 50_000_000;

    private NeedTable kept;
    private Figures figures;
    private Prevalences library;
    private CommissionedCapacity directory;
    private WorkforceTraining training;

    protected ComputeNeed() {}

    @Inject
    public ComputeNeed(
            NeedTable kept,
            Figures figures,
            Prevalences library,
            CommissionedCapacity directory,
            WorkforceTraining training) {
        this.kept = kept;
        this.figures = figures;
        this.library = library;
        this.directory = directory;
        this.training = training;
    }

    /** Of children that a caller gives; nothing of ours is used but the library. */
    NeedEstimate given(NeedQuestion question) {
        if (question.figureId() != null && !question.figureId().isBlank()) {
            throw new InvalidInput("population", "Give groups of children, not a figure.");
        }
        NeedRules.check(question);
        if ((long) question.groups().size() * question.draws() > MOST_DRAWN_FOR_ANYBODY) {
            throw new InvalidInput(
                    "draws",
                    "Groups times draws exceed 50 million. Ask for fewer draws, or send fewer groups at"
                            + " once.");
        }
        return estimate(
                question,
                CountedChildren.given(question.groups()),
                LibraryShares.views(question, library),
                Progress.NONE);
    }

    /** Of the children of a figure. */
    NeedEstimate ofFigure(NeedQuestion question, Actor actor, Progress progress) {
        actor.require(Role.ANALYST);
        return ofFigure(question, progress);
    }

    /** The caller has decided that the actor may see the figure. */
    NeedEstimate ofFigure(NeedQuestion question, Progress progress) {
        NeedRules.check(question);
        List<ShareView> views = LibraryShares.views(question, library);
        Population population = population(question);
        if (population.counted().size() > MOST_ROWS) {
            throw new InvalidInput("figureId", "The figure has too many rows for one estimate.");
        }
        return estimate(LibraryShares.pinned(question, views), population, views, progress);
    }

    private Population population(NeedQuestion question) {
        Figure figure =
                kept.figure(question.figureId())
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "figureId",
                                                "Choose the figure that counts the children."));
        String vintage = figure.vintageOfRows();
        Map<String, Integer> tenths =
                vintage.isEmpty()
                        ? Map.of()
                        : kept.tenths(
                                figure.source().datasetId(),
                                vintage,
                                CountedChildren.rows(figure).stream()
                                        .map(FigureTable.Row::code)
                                        .toList());
        Population population =
                CountedChildren.of(figure, tenths, figures.number("figureId", figure));
        return question.whole().isBlank()
                ? population
                : together(population, vintage, question.whole());
    }

    /** Rows put together in larger areas; their tenths stay those of the smaller ones. */
    private Population together(Population population, String vintage, String whole) {
        if (vintage.isEmpty()) {
            throw new InvalidInput(
                    "whole",
                    "The rows of the figure are no areas with codes. Choose a figure by area, or leave"
                            + " the rows as they are.");
        }
        List<String> parts = population.counted().stream().map(Counted::code).distinct().toList();
        return PutTogether.of(population, kept.wholes(vintage, parts, whole), whole);
    }

    private NeedEstimate estimate(
            NeedQuestion question,
            Population population,
            List<ShareView> views,
            Progress progress) {
        NeedCalculation calculation = new NeedCalculation(question, population, views);
        Line total = calculation.total();
        List<Line> areas = calculation.areas(progress);
        Provision provision =
                question.provision() == null
                        ? null
                        : new Provided(question.provision(), question.plan(), directory, training)
                                .beside(areas, calculation.aYear(total));
        return calculation.estimate(provision, total, areas);
    }
}
