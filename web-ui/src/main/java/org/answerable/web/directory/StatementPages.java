package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Citation;
import org.answerable.directory.CitationRequest;
import org.answerable.directory.Citations;
import org.answerable.directory.Contracts;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Directory;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ServiceSearch;
import org.answerable.directory.Tier;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Statements of the directory that an answer can cite: what was commissioned, or what services there were, on a day. */
@Path("/statements")
@Controller
@RequestScoped
public class StatementPages {

    private static final List<String> FIELDS = List.of("area", "tier", "need", "services", "at");
    private static final int MOST_OFFERED = 50;

    @Inject private Citations citations;
    @Inject private Directory directory;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @GET
    public Response list() {
        current.require();
        return views.show("directory/statements.jte", Map.of("statements", citations.all()));
    }

    @GET
    @Path("{id: D-[0-9]{4}-[0-9]{4,7}}")
    public Response show(@PathParam("id") String id) {
        Citation citation = citations.find(id);
        return views.show(
                "directory/statement.jte",
                Map.of(
                        "statement",
                        citation,
                        "differences",
                        current.get().isPresent() ? citations.differences(id) : List.of(),
                        "signedIn",
                        current.get().isPresent()));
    }

    @GET
    @Path("new")
    public Response ask(
            @QueryParam("about") @DefaultValue("commissioning") String about,
            @QueryParam("service") @DefaultValue("") String service,
            @QueryParam("q") @DefaultValue("") String q) {
        current.require();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("about", List.of(about));
        values.put("q", List.of(q));
        values.put("at", List.of(LocalDate.now(clock).toString()));
        if (!service.isBlank()) {
            values.put("services", List.of(service));
        }
        return page(new PageForm(values, List.of()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(MultivaluedMap<String, String> sent) {
        PageForm form = PageForm.of(sent);
        try {
            boolean services = form.value("about").equals("services");
            if (services && form.all("services").isEmpty()) {
                throw new InvalidInput("services", "Choose at least one service.");
            }
            Citation made =
                    citations.make(
                            new CitationRequest(
                                    services ? form.all("services") : List.of(),
                                    form.value("area"),
                                    tier(form.value("tier")),
                                    form.value("need"),
                                    date(form.value("at"))),
                            current.require());
            return views.goTo("/statements/" + made.id());
        } catch (InvalidInput invalid) {
            return page(DirectoryProblems.of(invalid, form, FIELDS));
        }
    }

    private static Tier tier(String code) {
        return Stream.of(Tier.values())
                .filter(tier -> tier.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput("at", "Give the day as 2024-04-02.");
        }
    }

    private Response page(PageForm form) {
        List<Option> tiers = new ArrayList<>(List.of(new Option("", "Choose")));
        for (Tier tier : Tier.values()) {
            tiers.add(new Option(tier.code(), tier.label() + ": " + tier.meaning()));
        }
        List<Option> needs = new ArrayList<>(List.of(new Option("", "Choose")));
        contracts.needs().forEach(n -> needs.add(new Option(n.code(), n.term())));
        List<Option> areas = new ArrayList<>(List.of(new Option("", "Choose")));
        Stream.of(AreaKind.COUNTY, AreaKind.ICB, AreaKind.DISTRICT)
                .flatMap(kind -> geography.areas(kind).stream())
                .forEach(
                        a ->
                                areas.add(
                                        new Option(
                                                a.code(),
                                                a.name()
                                                        + ", "
                                                        + a.kind()
                                                                .label()
                                                                .toLowerCase(Locale.ROOT))));
        return views.form(
                form,
                "directory/statementForm.jte",
                Map.of(
                        "form",
                        form,
                        "tiers",
                        tiers,
                        "needs",
                        needs,
                        "areas",
                        areas,
                        "services",
                        services(form)));
    }

    /** Chosen services first, then what the words find. */
    private List<Option> services(PageForm form) {
        Map<String, Option> offered = new LinkedHashMap<>();
        for (String id : form.all("services")) {
            directory
                    .service(id)
                    .ifPresent(
                            s ->
                                    offered.put(
                                            id, new Option(id, s.name(), s.organization().name())));
        }
        directory
                .find(new ServiceSearch(form.value("q"), "", "", "", "", "", 1, MOST_OFFERED))
                .items()
                .forEach(
                        s ->
                                offered.putIfAbsent(
                                        s.id(),
                                        new Option(s.id(), s.name(), s.organization().name())));
        return List.copyOf(offered.values());
    }
}
