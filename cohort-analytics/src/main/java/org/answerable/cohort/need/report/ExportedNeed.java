package org.answerable.cohort.need.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.FigureTable.Cell;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.Line;
import org.answerable.cohort.NeedFormats;
import org.answerable.cohort.chart.Choropleth;
import org.answerable.cohort.chart.Tornado;
import org.answerable.cohort.conversion.Influence;
import org.answerable.cohort.store.AreaOutlines;
import org.answerable.cohort.store.NeedJson;
import org.answerable.document.PdfDocument;
import org.answerable.spreadsheet.CsvWriter;
import org.answerable.spreadsheet.OdsWriter;
import org.answerable.spreadsheet.Workbook;

/** The forms in which an estimate of need leaves. */
@ApplicationScoped
public class ExportedNeed implements NeedFormats {

    private AreaOutlines outlines;

    protected ExportedNeed() {}

    @Inject
    public ExportedNeed(AreaOutlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public void csv(NeedEstimate estimate, Appendable to) throws IOException {
        CsvWriter.write(NeedTables.areas(estimate), to);
    }

    @Override
    public void ods(NeedEstimate estimate, OutputStream to) throws IOException {
        List<String> cover = new ArrayList<>();
        cover.add(estimate.sentence());
        cover.add(estimate.paragraph());
        cover.add(
                "Estimate " + estimate.id() + ", from figure " + estimate.population().figureId());
        estimate.population().origins().forEach(origin -> cover.add("Source: " + origin + "."));
        List<String> notes = new ArrayList<>(estimate.caveats());
        notes.add(estimate.method());
        notes.add(estimate.wouldChange());
        if (estimate.plan() != null) {
            notes.add(estimate.plan().method());
            notes.addAll(estimate.plan().assumptions());
        }
        notes.add(
                "A structural zero is zero because nothing was commissioned; it has no margin of error."
                        + " [x] means not known, [c] withheld because it is small, [z] that there is"
                        + " none. None of these is zero.");
        OdsWriter.write(
                new Workbook(
                        NeedReport.title(estimate),
                        estimate.authority(),
                        estimate.computedAt(),
                        cover,
                        notes,
                        NeedTables.all(estimate)),
                to);
    }

    @Override
    public String json(NeedEstimate estimate) {
        return NeedJson.write(estimate);
    }

    @Override
    public String report(NeedEstimate estimate) {
        return NeedReport.body(estimate);
    }

    @Override
    public byte[] pdf(NeedEstimate estimate) {
        return PdfDocument.of(NeedReport.page(estimate));
    }

    @Override
    public Optional<String> tornado(NeedEstimate estimate) {
        if (estimate.sways().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Tornado.of(
                        "need",
                        estimate.total().expected(),
                        false,
                        estimate.sways().stream()
                                .map(
                                        s ->
                                                new Influence(
                                                        s.input(),
                                                        s.low(),
                                                        s.high(),
                                                        s.atLow(),
                                                        s.atHigh()))
                                .toList()));
    }

    @Override
    public boolean hasMap(NeedEstimate estimate) {
        String vintage = estimate.population().vintage();
        List<String> codes = codes(estimate);
        return codes.size() > 1 && outlines.count(codes, vintage) * 2 >= codes.size();
    }

    @Override
    public Optional<String> map(NeedEstimate estimate) {
        return hasMap(estimate)
                ? Optional.of(
                        Choropleth.of(
                                drawn(estimate),
                                outlines.of(codes(estimate), estimate.population().vintage())))
                : Optional.empty();
    }

    private static List<String> codes(NeedEstimate estimate) {
        return estimate.population().vintage().isEmpty()
                ? List.of()
                : estimate.areas().stream()
                        .map(Line::code)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    /** What a map draws: the expected need of each area with its limits. */
    private static Figure drawn(NeedEstimate estimate) {
        FigureTable table =
                new FigureTable(
                        List.of("Area", "Children"),
                        List.of(),
                        estimate.areas().stream().map(ExportedNeed::row).toList(),
                        row(estimate.total()),
                        List.of("Modelled need", "Lower 95 % limit", "Upper 95 % limit"));
        return new Figure(
                estimate.id(),
                estimate.title(),
                "Modelled, no local observations: expected need by area.",
                "children",
                estimate.population().time(),
                estimate.population().ageLabel(),
                null,
                List.of(),
                table,
                estimate.sha256(),
                null,
                estimate.method(),
                estimate.softwareVersion(),
                estimate.computedAt(),
                estimate.computedBy(),
                estimate.authority(),
                null);
    }

    private static FigureTable.Row row(Line line) {
        long children = Math.round(line.children());
        return new FigureTable.Row(
                line.code(),
                line.label(),
                List.of(children),
                children,
                List.of(
                        cell(line.expected()),
                        cell(line.limits().lower95()),
                        cell(line.limits().upper95())));
    }

    private static Cell cell(double number) {
        return Cell.of(new BigDecimal(number).setScale(1, RoundingMode.HALF_EVEN));
    }
}
