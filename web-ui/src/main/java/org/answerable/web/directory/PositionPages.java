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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.Contracts;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Position;
import org.answerable.directory.Positions;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Commissioning positions: public to read, declared and revised by directory editors. */
@Path("/positions")
@Controller
@RequestScoped
public class PositionPages {

    private static final String ID = "{reference: P-[0-9]{4}-[0-9]{4,9}}";

    @Inject private Positions positions;
    @Inject private Contracts contracts;
    @Inject private TrainingRegister training;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        return views.show(
                "directory/positions.jte",
                Map.of(
                        "positions",
                        positions.all(),
                        "needs",
                        ContractPages.needs(contracts.needs()),
                        "editor",
                        editor()));
    }

    @GET
    @Path(ID)
    public Response show(
            @PathParam("reference") String reference,
            @QueryParam("version") @DefaultValue("") String version) {
        List<Position> versions = positions.versions(reference);
        Position shown =
                versions.stream()
                        .filter(
                                p ->
                                        version.isEmpty()
                                                || version.equals(Integer.toString(p.version())))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return views.show(
                "directory/position.jte",
                Map.of(
                        "position",
                        shown,
                        "versions",
                        versions,
                        "newest",
                        shown.version() == versions.get(0).version(),
                        "needs",
                        ContractPages.needs(contracts.needs()),
                        "programmes",
                        training.programmes().stream()
                                .collect(Collectors.toMap(Programme::code, Programme::name)),
                        "own",
                        OwnAuthority.of(current, shown.authority())));
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.DIRECTORY_EDITOR);
        return page("/positions/new", PageForm.empty());
    }

    @POST
    @Path("new")
    public Response declare(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            String reference =
                    positions.declare(PositionForm.terms(form), false, current.require());
            return views.goTo("/positions/" + reference);
        } catch (InvalidInput invalid) {
            return page("/positions/new", DirectoryProblems.of(invalid, form, PositionForm.FIELDS));
        }
    }

    @GET
    @Path(ID + "/edit")
    public Response edit(@PathParam("reference") String reference) {
        current.require().require(Role.DIRECTORY_EDITOR);
        Position newest =
                positions.find(reference, Instant.MAX).orElseThrow(NotFoundException::new);
        return page("/positions/" + reference + "/edit", PositionForm.of(newest));
    }

    @POST
    @Path(ID + "/edit")
    public Response revise(@PathParam("reference") String reference, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        Optional<InvalidInput> refused = Optional.empty();
        try {
            positions.revise(
                    reference,
                    ContractPages.version(form),
                    PositionForm.terms(form),
                    form.value("reason"),
                    current.require());
        } catch (InvalidInput invalid) {
            refused = Optional.of(invalid);
        } catch (Conflict conflict) {
            refused = Optional.of(new InvalidInput("reason", conflict.getMessage()));
        }
        return refused.map(
                        invalid ->
                                page(
                                        "/positions/" + reference + "/edit",
                                        DirectoryProblems.of(invalid, form, PositionForm.FIELDS)))
                .orElseGet(() -> views.goTo("/positions/" + reference));
    }

    @GET
    @Path("commissioners")
    public Response commissioners(@QueryParam("area") @DefaultValue("") String area) {
        current.require().require(Role.DIRECTORY_EDITOR);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("area", area);
        values.put("names", String.join("\n", positions.commissioners(area)));
        return commissionersPage(PageForm.filled(values));
    }

    @POST
    @Path("commissioners")
    public Response name(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        Actor actor = current.require();
        try {
            positions.name(form.value("area").strip(), new FormReader(form).lines("names"), actor);
            return views.goTo("/positions");
        } catch (InvalidInput invalid) {
            return commissionersPage(DirectoryProblems.of(invalid, form, List.of("area", "names")));
        }
    }

    private boolean editor() {
        return current.get()
                .filter(actor -> actor.roles().contains(Role.DIRECTORY_EDITOR))
                .isPresent();
    }

    private Response page(String action, PageForm form) {
        return views.form(
                form,
                "directory/positionForm.jte",
                Map.of(
                        "action",
                        action,
                        "form",
                        form,
                        "options",
                        PositionForm.options(contracts.needs(), training.programmes())));
    }

    private Response commissionersPage(PageForm form) {
        return views.form(form, "directory/commissioners.jte", Map.of("form", form));
    }
}
