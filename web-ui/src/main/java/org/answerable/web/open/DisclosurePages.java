package org.answerable.web.open;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DisclosurePage;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** The disclosure log: search, and one published answer with its figures. */
@Path("/disclosures")
@Controller
@RequestScoped
public class DisclosurePages {

    private static final int PER_PAGE = 20;
    private static final int LONGEST_SEARCH = 500;

    @Inject private DisclosureLog log;
    @Inject private Authorities authorities;
    @Inject private Views views;

    @GET
    public Response search(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("authority") @DefaultValue("") String authority,
            @QueryParam("exemption") @DefaultValue("") String exemption,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("page") @DefaultValue("1") String page) {
        ListAddress address =
                ListAddress.of("/disclosures")
                        .with("q", q)
                        .with("from", from)
                        .with("to", to)
                        .with("outcome", outcome)
                        .with("authority", authority)
                        .with("exemption", exemption)
                        .with("year", year)
                        .with("sort", sort);
        List<FieldProblem> problems = new ArrayList<>();
        if (q.length() > LONGEST_SEARCH) {
            problems.add(
                    new FieldProblem("q", "Search for at most " + LONGEST_SEARCH + " characters"));
        }
        if (!year.isEmpty() && !year.matches("[1-9][0-9]{3}")) {
            problems.add(new FieldProblem("year", "Choose a year from the list"));
        }
        Optional<LocalDate> first = date("from", from, problems);
        Optional<LocalDate> last = date("to", to, problems);
        PageForm form =
                address.form()
                        .with(
                                problems,
                                List.of(
                                        "q",
                                        "authority",
                                        "outcome",
                                        "exemption",
                                        "year",
                                        "from",
                                        "to",
                                        "sort"));
        DisclosureFilter filter =
                form.refused()
                        ? DisclosureFilter.all()
                        : new DisclosureFilter(
                                q,
                                first,
                                last,
                                outcome(outcome),
                                Optional.of(authority).filter(code -> !code.isEmpty()),
                                Optional.of(exemption).filter(code -> !code.isEmpty()),
                                Optional.of(year).filter(y -> !y.isEmpty()).map(Integer::valueOf),
                                sort(sort),
                                ListAddress.page(page),
                                PER_PAGE);
        DisclosurePage found =
                form.refused() ? new DisclosurePage(List.of(), 0, 1, PER_PAGE) : log.search(filter);
        return views.form(
                form,
                "open/disclosures.jte",
                Map.of(
                        "found",
                        found,
                        "form",
                        form,
                        "choices",
                        new LogChoices(authorities.all(), log.facets(filter)),
                        "query",
                        address.toString().substring("/disclosures".length()),
                        "paging",
                        new Paging(
                                address.toString(), found.page(), found.perPage(), found.total())));
    }

    @GET
    @Path("{reference}")
    public Response show(@PathParam("reference") String reference) {
        Disclosure disclosure = log.get(reference).orElseThrow(NotFoundException::new);
        Map<String, Object> parameters = Map.of("disclosure", disclosure);
        return disclosure.withdrawal().isPresent()
                ? views.gone("open/disclosure.jte", parameters)
                : views.show("open/disclosure.jte", parameters);
    }

    private static Optional<LocalDate> date(
            String field, String text, List<FieldProblem> problems) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(field, "Enter the date like 2024-04-09"));
            return Optional.empty();
        }
    }

    private static DisclosureFilter.Sort sort(String name) {
        return Arrays.stream(DisclosureFilter.Sort.values())
                .filter(s -> s.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(DisclosureFilter.Sort.PUBLISHED);
    }

    private static Optional<CaseOutcome> outcome(String name) {
        return Arrays.stream(CaseOutcome.values()).filter(o -> o.name().equals(name)).findFirst();
    }
}
