package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.directory.Conflict;
import org.answerable.directory.Contracts;
import org.answerable.directory.CorrectedAge;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Pathway;
import org.answerable.directory.PathwayGaps;
import org.answerable.directory.Pathways;
import org.answerable.directory.Role;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Pathways: public to read with their gaps at a place; editors keep them. */
@Path("/pathways")
@Controller
@RequestScoped
public class PathwayPages {

    private static final String ID = "{reference: W-[0-9]{4}-[0-9]{4,9}}";

    @Inject private Pathways pathways;
    @Inject private Contracts contracts;
    @Inject private Geography geography;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @GET
    public Response list() {
        return views.show(
                "directory/pathways.jte",
                Map.of(
                        "pathways",
                        pathways.all(),
                        "needs",
                        ContractPages.needs(contracts.needs()),
                        "editor",
                        current.get()
                                .filter(a -> a.roles().contains(Role.DIRECTORY_EDITOR))
                                .isPresent()));
    }

    @GET
    @Path(ID)
    public Response show(
            @PathParam("reference") String reference,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("at") @DefaultValue("") String at,
            @QueryParam("age") @DefaultValue("") String age,
            @QueryParam("born") @DefaultValue("") String born) {
        Pathway pathway = pathways.find(reference).orElseThrow(NotFoundException::new);
        PageForm form =
                ListAddress.of("/pathways/" + reference)
                        .with("place", place)
                        .with("at", at)
                        .with("age", age)
                        .with("born", born)
                        .form();
        Optional<PathwayGaps> gaps = Optional.empty();
        Optional<CorrectedAge> corrected = Optional.empty();
        try {
            corrected = corrected(form);
            if (!place.isBlank()) {
                gaps = Optional.of(pathways.gaps(reference, place, day(at)));
            }
        } catch (InvalidInput invalid) {
            form = DirectoryProblems.of(invalid, form, List.of("place", "at", "age", "born"));
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("pathway", pathway);
        parameters.put("form", form);
        parameters.put("gaps", gaps);
        parameters.put("corrected", corrected);
        parameters.put("needs", ContractPages.needs(contracts.needs()));
        parameters.put("professions", ContractPages.professions(contracts.professions()));
        parameters.put("attribution", geography.attribution());
        parameters.put("own", OwnAuthority.of(current, pathway.authority()));
        return views.form(form, "directory/pathway.jte", parameters);
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.DIRECTORY_EDITOR);
        return page("/pathways/new", PageForm.empty());
    }

    @POST
    @Path("new")
    public Response add(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            return views.goTo(
                    "/pathways/" + pathways.add(PathwayForm.terms(form), false, current.require()));
        } catch (InvalidInput invalid) {
            return page(
                    "/pathways/new",
                    DirectoryProblems.of(PathwayForm.ofSteps(invalid), form, PathwayForm.FIELDS));
        }
    }

    @GET
    @Path(ID + "/edit")
    public Response edit(@PathParam("reference") String reference) {
        current.require().require(Role.DIRECTORY_EDITOR);
        return page(
                "/pathways/" + reference + "/edit",
                PathwayForm.of(pathways.find(reference).orElseThrow(NotFoundException::new)));
    }

    @POST
    @Path(ID + "/edit")
    public Response revise(@PathParam("reference") String reference, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        Optional<InvalidInput> refused = Optional.empty();
        try {
            pathways.revise(
                    reference,
                    ContractPages.version(form),
                    PathwayForm.terms(form),
                    current.require());
        } catch (InvalidInput invalid) {
            refused = Optional.of(PathwayForm.ofSteps(invalid));
        } catch (Conflict conflict) {
            refused = Optional.of(new InvalidInput("name", conflict.getMessage()));
        }
        return refused.map(
                        invalid ->
                                page(
                                        "/pathways/" + reference + "/edit",
                                        DirectoryProblems.of(invalid, form, PathwayForm.FIELDS)))
                .orElseGet(() -> views.goTo("/pathways/" + reference));
    }

    /** The corrected age, when both age and week of birth are given. */
    private static Optional<CorrectedAge> corrected(PageForm form) {
        FormReader read = new FormReader(form);
        Integer months = read.whole("age");
        Integer week = read.whole("born");
        read.done();
        return months == null || week == null
                ? Optional.empty()
                : Optional.of(new CorrectedAge(months, week));
    }

    private LocalDate day(String at) {
        try {
            return at.isBlank() ? LocalDate.now(clock) : LocalDate.parse(at.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput("at", "Enter a date, for example 2024-03-21");
        }
    }

    private Response page(String action, PageForm form) {
        return views.form(
                form,
                "directory/pathwayForm.jte",
                Map.of(
                        "action",
                        action,
                        "form",
                        form,
                        "needs",
                        ContractLineForm.first(
                                "Choose a need",
                                contracts.needs().stream()
                                        .map(n -> new Option(n.code(), n.term()))
                                        .toList()),
                        "needCodes",
                        contracts.needs(),
                        "professionCodes",
                        contracts.professions()));
    }
}
