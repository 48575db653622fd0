package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.Figures;
import org.answerable.foi.Actor;
import org.answerable.foi.Comparison;
import org.answerable.foi.Evidence;
import org.answerable.foi.EvidenceChoice;

/** Gives casework the figures of cohort analytics, as released and never otherwise. */
@ApplicationScoped
class CohortEvidence {

    @Inject private Figures figures;

    List<EvidenceChoice> choices(Actor actor) {
        return InCasework.choices(figures.choices(Actors.forCohorts(actor)));
    }

    Evidence release(String id, Actor actor) {
        return evidence(
                InCasework.released(
                        () ->
                                figures.release(
                                        id, InCasework.reason(actor), Actors.forCohorts(actor))));
    }

    Comparison recompute(String id) {
        return new Comparison(InCasework.found(() -> figures.recompute(id)).differences());
    }

    private static Evidence evidence(Figure figure) {
        FigureTable table = figure.table();
        return new Evidence(
                figure.id(),
                figure.title(),
                figure.sentence(),
                figure.unit(),
                figure.time(),
                table.headings().subList(1, table.headings().size()),
                table.rowsAndTotal().stream().map(CohortEvidence::row).toList(),
                figure.sources().stream().map(CohortEvidence::source).toList(),
                figure.release().policy() + ": " + figure.release().rule(),
                figure.method(),
                figure.computedAt());
    }

    private static Evidence.Row row(FigureTable.Row row) {
        List<String> cells = new ArrayList<>();
        row.counts().forEach(count -> cells.add(Long.toString(count)));
        cells.add(Long.toString(row.sum()));
        row.derived()
                .forEach(
                        c ->
                                cells.add(
                                        c.number() == null
                                                ? c.words()
                                                : c.number().toPlainString()));
        return new Evidence.Row(row.label(), cells);
    }

    private static Evidence.Source source(Figure.Source source) {
        return new Evidence.Source(
                source.datasetId(),
                Integer.toString(source.version()),
                source.title(),
                source.publisher(),
                source.sha256(),
                source.licence() + ". " + source.attribution());
    }
}
