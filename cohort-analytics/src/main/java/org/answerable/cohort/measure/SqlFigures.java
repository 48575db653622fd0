package org.answerable.cohort.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Choice;
import org.answerable.cohort.Comparison;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureChoice;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureSummary;
import org.answerable.cohort.Figures;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Page;
import org.answerable.cohort.Progress;
import org.answerable.cohort.QuantityText;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetRows;
import org.answerable.cohort.definition.KeptCohorts;
import org.answerable.cohort.disclosure.ReleaseFigure;
import org.answerable.cohort.store.FigureTableRows;
import org.answerable.cohort.store.Paging;
import org.answerable.cohort.store.Transactions;

/** Figures in PostgreSQL. */
@ApplicationScoped
public class SqlFigures implements Figures {

    private static final int MOST_CHOICES = 200;

    private Transactions transactions;
    private ComputeFigure computeFigure;
    private ComputeMeasure computeMeasure;
    private RecomputeFigure recomputeFigure;
    private ReleaseFigure releaseFigure;

    protected SqlFigures() {}

    @Inject
    public SqlFigures(
            Transactions transactions,
            ComputeFigure computeFigure,
            ComputeMeasure computeMeasure,
            RecomputeFigure recomputeFigure,
            ReleaseFigure releaseFigure) {
        this.transactions = transactions;
        this.computeFigure = computeFigure;
        this.computeMeasure = computeMeasure;
        this.recomputeFigure = recomputeFigure;
        this.releaseFigure = releaseFigure;
    }

    @Override
    public Figure compute(FigureRequest request, Actor actor) {
        return computeFigure.compute(request, actor);
    }

    @Override
    public Figure compute(MeasureRequest request, Actor actor, Progress progress) {
        return computeMeasure.compute(request, actor, progress);
    }

    @Override
    public Optional<QuantityText> number(String field, Figure figure) {
        if (figure.table().total() == null) {
            return Optional.empty();
        }
        return transactions
                .run(
                        c -> {
                            if (figure.question() instanceof FigureRequest population) {
                                return DatasetRows.find(c, population.datasetId())
                                        .map(d -> FigureNumber.of(figure, population, d));
                            }
                            MeasureRequest asked = (MeasureRequest) figure.question();
                            return asked.measure() == MeasureRequest.Measure.CONTACT_RATE
                                    ? Optional.<Map<String, String>>empty()
                                    : KeptCohorts.find(c, asked.cohortId(), asked.cohortVersion())
                                            .map(k -> FigureNumber.of(figure, k.definition()));
                        })
                .map(parts -> new QuantityText(field, parts));
    }

    @Override
    public List<Choice> wholes(Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(MeasureRules::wholes).stream()
                .map(code -> new Choice(code, code.replace('_', ' ')))
                .toList();
    }

    @Override
    public Optional<Figure> find(String id, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> FigureTableRows.find(c, id));
    }

    @Override
    public Figure release(String id, String reason, Actor actor) {
        return releaseFigure.release(id, reason, actor);
    }

    @Override
    public Optional<Figure> released(String id) {
        return transactions.run(c -> FigureTableRows.released(c, id));
    }

    @Override
    public Comparison recompute(String id, Actor actor) {
        return recomputeFigure.recompute(find(id, actor).orElseThrow(() -> notFound(id)));
    }

    @Override
    public Comparison recompute(String id) {
        return recomputeFigure.recompute(released(id).orElseThrow(() -> notFound(id)));
    }

    @Override
    public Page<FigureSummary> list(int page, int perPage, Actor actor) {
        actor.require(Role.ANALYST, Role.ADMIN);
        Paging.check(page, perPage);
        return transactions.run(c -> FigureTableRows.list(c, page, perPage));
    }

    @Override
    public List<FigureChoice> choices(Actor actor) {
        actor.require(Role.OFFICER, Role.ANALYST, Role.ADMIN);
        return transactions.run(c -> FigureTableRows.choices(c, MOST_CHOICES));
    }

    private static NotFound notFound(String id) {
        return new NotFound("There is no figure " + id + ".");
    }
}
