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
import java.util.stream.Stream;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DisclosurePage;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
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
            @QueryParam("page") @DefaultValue("1") String page) {
        ListAddress address =
                ListAddress.of("/disclosures")
                        .with("q", q)
                        .with("from", from)
                        .with("to", to)
                        .with("outcome", outcome)
                        .with("authority", authority);
        List<FieldProblem> problems = new ArrayList<>();
        if (q.length() > LONGEST_SEARCH) {
            problems.add(
                    new FieldProblem("q", "Search for at most " + LONGEST_SEARCH + " characters"));
        }
        Optional<LocalDate> first = date("from", from, problems);
        Optional<LocalDate> last = date("to", to, problems);
        PageForm form =
                address.form().with(problems, List.of("q", "authority", "outcome", "from", "to"));
        DisclosurePage found =
                form.refused()
                        ? new DisclosurePage(List.of(), 0, 1, PER_PAGE)
                        : log.search(
                                new DisclosureFilter(
                                        q,
                                        first,
                                        last,
                                        outcome(outcome),
                                        Optional.of(authority).filter(code -> !code.isEmpty()),
                                        ListAddress.page(page),
                                        PER_PAGE));
        return views.form(
                form,
                "open/disclosures.jte",
                Map.of(
                        "found",
                        found,
                        "form",
                        form,
                        "authorities",
                        authorityOptions(),
                        "outcomes",
                        outcomeOptions(),
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
        return views.show("open/disclosure.jte", Map.of("disclosure", disclosure));
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

    private static Optional<CaseOutcome> outcome(String name) {
        return Arrays.stream(CaseOutcome.values()).filter(o -> o.name().equals(name)).findFirst();
    }

    private List<Option> authorityOptions() {
        return Stream.concat(
                        Stream.of(new Option("", "All authorities")),
                        authorities.all().stream().map(a -> new Option(a.code(), a.name())))
                .toList();
    }

    private static List<Option> outcomeOptions() {
        return Stream.concat(
                        Stream.of(new Option("", "Any outcome")),
                        Arrays.stream(CaseOutcome.values())
                                .map(o -> new Option(o.name(), o.label())))
                .toList();
    }
}
