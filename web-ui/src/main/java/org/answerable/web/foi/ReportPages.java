package org.answerable.web.foi;

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
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ComplianceReports;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.ReportScope;
import org.answerable.foi.ReportSelection;
import org.answerable.foi.ReportedCases;
import org.answerable.foi.Timeliness;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Compliance figures by quarter, and the cases behind each number; all filters are in the address. */
@Path("/reports")
@Controller
@RequestScoped
public class ReportPages {

    private static final int PER_PAGE = 50;
    private static final int QUARTERS = 6;
    private static final int MONTHS = 3;
    private static final String SYSTEM = "all";

    @Inject private ComplianceReports reports;
    @Inject private Authorities authorities;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @QueryParam("authority")
    @DefaultValue("")
    private String authority;

    @QueryParam("from")
    @DefaultValue("")
    private String from;

    @QueryParam("to")
    @DefaultValue("")
    private String to;

    @GET
    public Response report() {
        Actor actor = current.require();
        LocalDate quarter = quarter(LocalDate.now(clock));
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate first = date("from", from, quarter, problems);
        LocalDate last = date("to", to, quarter.plusMonths(MONTHS).minusDays(1), problems);
        if (problems.isEmpty() && last.isBefore(first)) {
            problems.add(new FieldProblem("to", "Enter a last day that is not before the first"));
        }
        PageForm form =
                PageForm.filled(
                                Map.of(
                                        "authority",
                                        authority,
                                        "from",
                                        from.isEmpty() ? first.toString() : from,
                                        "to",
                                        to.isEmpty() ? last.toString() : to))
                        .with(problems, List.of("authority", "from", "to"));
        // The last good period stands behind a form with a fault, so that the page keeps its shape.
        ReportScope scope =
                form.refused()
                        ? new ReportScope(scoped(actor), quarter, quarter.plusMonths(MONTHS))
                        : new ReportScope(scoped(actor), first, last);
        ComplianceReport report = reports.report(scope, actor);
        return views.form(
                form,
                "foi/reports.jte",
                Map.of(
                        "report",
                        report,
                        "form",
                        form,
                        "scopes",
                        List.of(
                                new Option("", ownName(actor)),
                                new Option(SYSTEM, "All authorities together, in sums")),
                        "quarters",
                        quarters(quarter),
                        "cases",
                        address("/reports/cases", scope),
                        "files",
                        files(scope)));
    }

    @GET
    @Path("cases")
    public Response cases(
            @QueryParam("timeliness") @DefaultValue("") String timeliness,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("ground") @DefaultValue("") String ground,
            @QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        LocalDate quarter = quarter(LocalDate.now(clock));
        List<FieldProblem> ignored = new ArrayList<>();
        ReportScope scope =
                new ReportScope(
                        scoped(actor),
                        date("from", from, quarter, ignored),
                        date("to", to, quarter.plusMonths(MONTHS).minusDays(1), ignored));
        ReportSelection selection =
                new ReportSelection(
                        chosen(timeliness, Timeliness.class),
                        chosen(outcome, OutcomeClass.class),
                        Optional.of(ground).filter(code -> !code.isEmpty()));
        ReportedCases found =
                reports.cases(scope, selection, ListAddress.page(page), PER_PAGE, actor);
        ListAddress address =
                address("/reports/cases", scope)
                        .with("timeliness", timeliness)
                        .with("outcome", outcome)
                        .with("ground", ground);
        return views.show(
                "foi/reportCases.jte",
                Map.of(
                        "found",
                        found,
                        "what",
                        words(selection),
                        "scope",
                        scope,
                        "back",
                        address("/reports", scope).toString(),
                        "paging",
                        new Paging(
                                address.toString(), found.page(), found.perPage(), found.total())));
    }

    private Optional<String> scoped(Actor actor) {
        return authority.equals(SYSTEM)
                ? Optional.empty()
                : Optional.of(authority.isEmpty() ? actor.authority() : authority);
    }

    private String ownName(Actor actor) {
        return authorities.find(actor.authority()).map(a -> a.name()).orElse("Your authority");
    }

    private ListAddress address(String path, ReportScope scope) {
        return ListAddress.of(path)
                .with("authority", authority)
                .with("from", scope.from().toString())
                .with("to", scope.to().toString());
    }

    private static String files(ReportScope scope) {
        return ListAddress.of("")
                .with("authority", scope.authority().orElse(""))
                .with("from", scope.from().toString())
                .with("to", scope.to().toString())
                .toString();
    }

    /** Quarters by their name, the current one first, with their addresses. */
    private Map<String, String> quarters(LocalDate current) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < QUARTERS; i++) {
            LocalDate first = current.minusMonths((long) MONTHS * i);
            LocalDate last = first.plusMonths(MONTHS).minusDays(1);
            named.put(
                    months(first, last),
                    ListAddress.of("/reports")
                            .with("authority", authority)
                            .with("from", first.toString())
                            .with("to", last.toString())
                            .toString());
        }
        return named;
    }

    private static String months(LocalDate first, LocalDate last) {
        return first.getMonth().getDisplayName(TextStyle.FULL, Locale.UK)
                + " to "
                + last.getMonth().getDisplayName(TextStyle.FULL, Locale.UK)
                + " "
                + last.getYear();
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / MONTHS * MONTHS + 1);
    }

    private static LocalDate date(
            String field, String text, LocalDate otherwise, List<FieldProblem> problems) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException wrong) {
            // told below, as any other text that is no date
        }
        problems.add(new FieldProblem(field, "Enter the date like 2026-04-01"));
        return otherwise;
    }

    private static <E extends Enum<E>> Set<E> chosen(String names, Class<E> type) {
        Set<String> wanted = Arrays.stream(names.split(",")).collect(Collectors.toSet());
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> wanted.contains(c.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static String words(ReportSelection selection) {
        List<String> words = new ArrayList<>();
        selection.timeliness().stream().sorted().forEach(t -> words.add(t.label()));
        selection.outcomes().stream().sorted().forEach(o -> words.add(o.label()));
        selection.ground().ifPresent(code -> words.add("Citing " + code));
        return words.isEmpty() ? "All requests received" : String.join("; ", words);
    }
}
