package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.WorkforceReport;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;

/** Counts of the training register that may leave the editors' page: no small one is in it. */
@Path("/training/report.csv")
@RequestScoped
public class TrainingFile {

    private static final List<String> COLUMNS =
            List.of(
                    "programme",
                    "profession",
                    "district",
                    "month",
                    "ever_trained",
                    "ever_trained_wte",
                    "current",
                    "current_wte",
                    "note");

    /** Stands for a count that was taken out. */
    private static final String TAKEN_OUT = "[c]";

    @Inject private TrainingRegister training;
    @Inject private CurrentActor current;
    @Inject private Clock clock;

    @GET
    public Response file(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("programme") @DefaultValue("") String programme,
            @QueryParam("profession") @DefaultValue("") String profession,
            @QueryParam("district") @DefaultValue("") String district) {
        Actor actor = current.require();
        actor.require(Role.DIRECTORY_EDITOR);
        WorkforceReport report =
                training.protectedReport(
                        new TrainingChoice(from, to, programme, profession, district)
                                .question(clock),
                        actor);
        List<List<Cell>> rows = new ArrayList<>();
        for (WorkforceReport.Row row : report.rows()) {
            rows.add(
                    List.of(
                            Cell.text(row.programme()),
                            Cell.text(row.profession()),
                            Cell.text(row.district()),
                            Cell.text(row.month().toString()),
                            count(row.everTrained()),
                            wte(row.everTrainedWte()),
                            count(row.current()),
                            wte(row.currentWte()),
                            note(report.protectedBy())));
        }
        return CsvFile.of(
                new Table(
                        "training",
                        "Trained people by programme, profession, district and month",
                        COLUMNS,
                        rows),
                "training.csv");
    }

    static Cell count(Integer count) {
        return count == null ? Cell.text(TAKEN_OUT) : Cell.number(count);
    }

    static Cell note(String rule) {
        return Cell.text(rule + " " + TAKEN_OUT + " stands for what was taken out.");
    }

    private static Cell wte(BigDecimal wte) {
        return wte == null ? Cell.text(TAKEN_OUT) : Cell.number(wte);
    }
}
