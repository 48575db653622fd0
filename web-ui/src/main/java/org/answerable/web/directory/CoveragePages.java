package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Contracts;
import org.answerable.directory.Coverage;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.CoverageQuestion;
import org.answerable.directory.FieldError;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.Tier;
import org.answerable.spreadsheet.Cell;
import org.answerable.spreadsheet.Table;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** What is commissioned where: public, without any value of a contract; all choices are in the address. */
@Path("/coverage")
@Controller
@RequestScoped
public class CoveragePages {

    private static final List<String> FIELDS = List.of("area", "need", "at", "known");
    private static final List<AreaKind> OFFERED =
            List.of(AreaKind.ICB, AreaKind.SUB_ICB, AreaKind.COUNTY, AreaKind.DISTRICT);

    @Inject private Coverage coverage;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private Clock clock;
    @Inject private Views views;

    @QueryParam("area")
    @DefaultValue("")
    private String area;

    @QueryParam("need")
    @DefaultValue("")
    private String need;

    @QueryParam("at")
    @DefaultValue("")
    private String at;

    @QueryParam("known")
    @DefaultValue("")
    private String known;

    /** One tier with its answer. */
    public record TierAnswer(Tier tier, CoverageAnswer answer) {}

    @GET
    public Response report() {
        ListAddress address = address("/coverage");
        PageForm form = address.form();
        List<TierAnswer> answers = List.of();
        if (!area.isBlank()) {
            try {
                answers = answers();
            } catch (InvalidInput invalid) {
                form = DirectoryProblems.of(invalid, form, FIELDS);
            }
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("form", form);
        parameters.put("areas", areas());
        parameters.put(
                "needs",
                ContractLineForm.first(
                        "Every need of which there is a record",
                        contracts.needs().stream()
                                .map(n -> new Option(n.code(), n.term()))
                                .toList()));
        parameters.put("answers", answers);
        parameters.put("professions", ContractPages.professions(contracts.professions()));
        parameters.put("file", address("/coverage/lsoas.csv").toString());
        return views.form(form, "directory/coverage.jte", parameters);
    }

    /** One row for each LSOA, tier and need: three kinds of nothing stay apart. */
    @GET
    @Path("lsoas.csv")
    public Response file() {
        List<List<Cell>> rows = new ArrayList<>();
        for (TierAnswer tier : answers()) {
            for (NeedCoverage one : tier.answer().needs()) {
                one.lsoas().forEach((lsoa, status) -> rows.add(row(tier, one, lsoa, status)));
            }
        }
        return CsvFile.of(
                new Table(
                        "coverage",
                        "What is commissioned, by LSOA",
                        List.of(
                                "lsoa21", "name", "tier", "need", "at", "status", "meaning",
                                "because"),
                        rows),
                "coverage-" + area.strip().replaceAll("[^A-Za-z0-9]", "") + ".csv");
    }

    @GET
    @Path("teams")
    public Response teams() {
        ListAddress address = address("/coverage/teams");
        PageForm form = address.form();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("areas", areas());
        try {
            LocalDate day = day();
            parameters.put(
                    "teams",
                    coverage.relationshipTeams(area.isBlank() ? null : area, day, moment()));
            parameters.put("day", day);
        } catch (InvalidInput invalid) {
            form = DirectoryProblems.of(invalid, form, FIELDS);
            parameters.put("teams", List.of());
            parameters.put("day", LocalDate.now(clock));
        }
        parameters.put("form", form);
        return views.form(form, "directory/teams.jte", parameters);
    }

    private List<TierAnswer> answers() {
        LocalDate day = day();
        Instant moment = moment();
        String wanted = need.isBlank() ? null : need.strip();
        return Arrays.stream(Tier.values())
                .map(
                        tier ->
                                new TierAnswer(
                                        tier,
                                        coverage.answer(
                                                new CoverageQuestion(
                                                        area, tier, wanted, day, moment))))
                .toList();
    }

    private static List<Cell> row(
            TierAnswer tier, NeedCoverage one, String lsoa, PositionStatus status) {
        List<String> because = new ArrayList<>();
        one.lines().stream()
                .filter(line -> line.lsoas().contains(lsoa))
                .forEach(line -> because.add(line.name()));
        one.positions().stream()
                .filter(stated -> stated.lsoas().contains(lsoa))
                .forEach(stated -> because.add(stated.position().reference()));
        one.declared().stream()
                .filter(offer -> offer.lsoas().contains(lsoa))
                .forEach(offer -> because.add(offer.name()));
        return List.of(
                Cell.text(lsoa),
                Cell.text(tier.answer().names().get(lsoa)),
                Cell.text(tier.tier().code()),
                Cell.text(one.need().code()),
                Cell.date(tier.answer().at()),
                Cell.text(status.code()),
                Cell.text(status.meaning()),
                because.isEmpty() ? Cell.notApplicable() : Cell.text(String.join("; ", because)));
    }

    private ListAddress address(String path) {
        return ListAddress.of(path)
                .with("area", area)
                .with("need", need)
                .with("at", at)
                .with("known", known);
    }

    private LocalDate day() {
        return date("at", at).orElseGet(() -> LocalDate.now(clock));
    }

    /** The end of the day that is named. */
    private Instant moment() {
        return date("known", known)
                .map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .orElse(Instant.MAX);
    }

    private static Optional<LocalDate> date(String field, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    List.of(new FieldError(field, "Enter a date, for example 2024-03-21")));
        }
    }

    private List<Option> areas() {
        List<Option> areas = new ArrayList<>();
        areas.add(new Option("", "Choose an area"));
        for (AreaKind kind : OFFERED) {
            geography
                    .areas(kind)
                    .forEach(
                            a ->
                                    areas.add(
                                            new Option(
                                                    a.code(),
                                                    a.name()
                                                            + ", "
                                                            + kind.label()
                                                            + " ("
                                                            + a.code()
                                                            + ")")));
        }
        boolean listed = areas.stream().anyMatch(option -> option.value().equals(area));
        if (!listed) {
            areas.add(new Option(area, area));
        }
        return areas;
    }
}
