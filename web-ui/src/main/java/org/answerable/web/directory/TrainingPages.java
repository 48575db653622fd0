package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Contracts;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.WorkforceQuestion;
import org.answerable.directory.WorkforceReport;
import org.answerable.directory.WorkforceSummary;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Training: counts for editors, the same without small ones as a file, and what the public may know. */
@Path("/training")
@Controller
@RequestScoped
public class TrainingPages {

    private static final List<String> FIELDS =
            List.of("from", "to", "programme", "profession", "district");
    private static final int MONTHS = 3;
    private static final String TAKEN_OUT = "[c]";

    @Inject private TrainingRegister training;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @QueryParam("from")
    @DefaultValue("")
    private String from;

    @QueryParam("to")
    @DefaultValue("")
    private String to;

    @QueryParam("programme")
    @DefaultValue("")
    private String programme;

    @QueryParam("profession")
    @DefaultValue("")
    private String profession;

    @QueryParam("district")
    @DefaultValue("")
    private String district;

    @GET
    public Response report() {
        Actor actor = current.require();
        actor.require(Role.DIRECTORY_EDITOR);
        PageForm form = address("/training").form();
        WorkforceReport report = new WorkforceReport(List.of(), "");
        try {
            report = training.report(question(form), actor);
        } catch (InvalidInput invalid) {
            form = DirectoryProblems.of(invalid, form, FIELDS);
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("report", report);
        parameters.put("form", form);
        parameters.put("programmes", programmes());
        parameters.put("professions", ContractPages.professions(contracts.professions()));
        parameters.put("districts", districts());
        parameters.put("file", address("/training/report.csv").toString());
        return views.form(form, "directory/training.jte", parameters);
    }

    /** What may leave the page: no small count is in it. */
    @GET
    @Path("report.csv")
    public Response file() {
        WorkforceReport report =
                training.protectedReport(question(address("/training").form()), current.require());
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
                            Cell.text(
                                    report.protectedBy() + " [c] stands for what was taken out.")));
        }
        return CsvFile.of(
                new Table(
                        "training",
                        "Trained people by programme, profession, district and month",
                        List.of(
                                "programme",
                                "profession",
                                "district",
                                "month",
                                "ever_trained",
                                "ever_trained_wte",
                                "current",
                                "current_wte",
                                "note"),
                        rows),
                "training.csv");
    }

    @GET
    @Path("summary")
    public Response summary() {
        return views.show("directory/trainingSummary.jte", Map.of("summary", training.summary()));
    }

    @GET
    @Path("summary.csv")
    public Response summaryFile() {
        WorkforceSummary summary = training.summary();
        List<List<Cell>> rows = new ArrayList<>();
        for (WorkforceSummary.Line line : summary.lines()) {
            summary.districts()
                    .forEach(
                            (code, name) ->
                                    rows.add(
                                            summaryRow(
                                                    summary,
                                                    line,
                                                    code,
                                                    name,
                                                    line.counts().get(code))));
            rows.add(summaryRow(summary, line, "", "All districts", line.total()));
        }
        return CsvFile.of(
                new Table(
                        "training",
                        "People whose training counts, by programme and district",
                        List.of("programme", "district", "district_name", "at", "current", "note"),
                        rows),
                "training-summary.csv");
    }

    @GET
    @Path("programmes/new")
    public Response programmeForm() {
        current.require().require(Role.DIRECTORY_EDITOR);
        return programmePage(PageForm.empty());
    }

    @POST
    @Path("programmes/new")
    public Response addProgramme(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            training.add(TrainingForm.programme(form), current.require());
            return views.goTo("/training");
        } catch (InvalidInput invalid) {
            return programmePage(DirectoryProblems.of(invalid, form, TrainingForm.PROGRAMME));
        }
    }

    private static List<Cell> summaryRow(
            WorkforceSummary summary,
            WorkforceSummary.Line line,
            String code,
            String name,
            Integer count) {
        return List.of(
                Cell.text(line.programme().code()),
                code.isEmpty() ? Cell.notApplicable() : Cell.text(code),
                Cell.text(name),
                Cell.date(summary.at()),
                count(count),
                Cell.text(summary.rule() + " [c] stands for what was taken out."));
    }

    private static Cell count(Integer count) {
        return count == null ? Cell.text(TAKEN_OUT) : Cell.number(count);
    }

    private static Cell wte(BigDecimal wte) {
        return wte == null ? Cell.text(TAKEN_OUT) : Cell.number(wte);
    }

    private WorkforceQuestion question(PageForm form) {
        FormReader read = new FormReader(form);
        YearMonth now = YearMonth.from(LocalDate.now(clock));
        YearMonth first = read.month("from");
        YearMonth last = read.month("to");
        read.done();
        YearMonth until = last == null ? now : last;
        return new WorkforceQuestion(
                first == null ? until.minusMonths(MONTHS - 1L) : first,
                until,
                read.text("programme"),
                read.text("profession"),
                read.text("district"));
    }

    private ListAddress address(String path) {
        return ListAddress.of(path)
                .with("from", from)
                .with("to", to)
                .with("programme", programme)
                .with("profession", profession)
                .with("district", district);
    }

    private Map<String, String> programmes() {
        return training.programmes().stream()
                .collect(Collectors.toMap(Programme::code, Programme::name));
    }

    private Map<String, String> districts() {
        return geography.areas(AreaKind.DISTRICT).stream()
                .collect(Collectors.toMap(Area::code, Area::name));
    }

    private Response programmePage(PageForm form) {
        return views.form(
                form,
                "directory/programmeForm.jte",
                Map.of(
                        "form",
                        form,
                        "kinds",
                        Arrays.stream(Programme.Kind.values())
                                .map(k -> new Option(k.name(), k.label()))
                                .toList(),
                        "levels",
                        Arrays.stream(Programme.Level.values())
                                .map(l -> new Option(l.name(), l.label()))
                                .toList()));
    }
}
