package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.WorkforceSummary;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;

/** What the public may know of the training register, as a file. */
@Path("/training/summary.csv")
@RequestScoped
public class TrainingSummaryFile {

    private static final List<String> COLUMNS =
            List.of("programme", "district", "district_name", "at", "current", "note");

    @Inject private TrainingRegister training;

    @GET
    public Response file() {
        WorkforceSummary summary = training.summary();
        List<List<Cell>> rows = new ArrayList<>();
        for (WorkforceSummary.Line line : summary.lines()) {
            summary.districts()
                    .forEach(
                            (code, name) ->
                                    rows.add(
                                            row(
                                                    summary,
                                                    line,
                                                    Cell.text(code),
                                                    name,
                                                    line.counts().get(code))));
            rows.add(row(summary, line, Cell.notApplicable(), "All districts", line.total()));
        }
        return CsvFile.of(
                new Table(
                        "training",
                        "People whose training counts, by programme and district",
                        COLUMNS,
                        rows),
                "training-summary.csv");
    }

    private static List<Cell> row(
            WorkforceSummary summary,
            WorkforceSummary.Line line,
            Cell district,
            String name,
            Integer count) {
        return List.of(
                Cell.text(line.programme().code()),
                district,
                Cell.text(name),
                Cell.date(summary.at()),
                TrainingFile.count(count),
                TrainingFile.note(summary.rule()));
    }
}
