package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Directory;
import org.answerable.directory.EditConflict;
import org.answerable.directory.Editing;
import org.answerable.directory.Editing.Saved;
import org.answerable.directory.EditorsView;
import org.answerable.directory.FieldChange;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Role;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** A service for those who keep it: its form, its versions, and what can be done with it. */
@Path("/directory/services")
@Controller
@RequestScoped
public class ServiceEditPages {

    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final int CONFLICT = 409;

    @Inject private Editing editing;
    @Inject private Directory directory;
    @Inject private Geography geography;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    @Path(ID)
    public Response show(@PathParam("id") String id) {
        Actor actor = current.require();
        return views.show(
                "directory/editorsService.jte",
                Map.of(
                        "service",
                        editing.service(id, actor),
                        "editor",
                        actor.roles().contains(Role.DIRECTORY_EDITOR)));
    }

    @GET
    @Path("new")
    public Response blank() {
        EditorsView view = editing.blank(current.require());
        return form(view, DraftForm.filled(view.draft()), List.of());
    }

    @GET
    @Path(ID + "/edit")
    public Response edit(@PathParam("id") String id) {
        EditorsView view = editing.service(id, current.require());
        return form(view, DraftForm.filled(view.draft()), List.of());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> sent) {
        return save(editing.blank(current.require()), PageForm.of(sent));
    }

    @POST
    @Path(ID + "/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return save(editing.service(id, current.require()), PageForm.of(sent));
    }

    private Response save(EditorsView view, PageForm sent) {
        try {
            Saved saved = editing.save(DraftForm.draft(view.id(), sent), current.require());
            return views.goTo(
                    saved.proposal()
                            .map(proposal -> "/directory/proposals/" + proposal)
                            .orElse("/directory/services/" + saved.service()));
        } catch (InvalidInput invalid) {
            return form(view, DirectoryProblems.of(invalid, sent, DraftForm.FIELDS), List.of());
        } catch (EditConflict conflict) {
            PageForm again = sent.alsoWith("base", Integer.toString(conflict.current()));
            return Response.fromResponse(form(view, again, conflict.theirs()))
                    .status(CONFLICT)
                    .build();
        }
    }

    @POST
    @Path(ID + "/confirm")
    public Response confirm(@PathParam("id") String id) {
        editing.confirm(id, current.require());
        return views.goTo("/directory/services/" + id);
    }

    @POST
    @Path(ID + "/restore/{version: [0-9]{1,9}}")
    public Response restore(@PathParam("id") String id, @PathParam("version") int version) {
        try {
            Saved saved = editing.restore(id, version, "", current.require());
            return views.goTo(
                    saved.proposal()
                            .map(proposal -> "/directory/proposals/" + proposal)
                            .orElse("/directory/services/" + id));
        } catch (InvalidInput same) {
            // It is the same as what is in force.
            return views.goTo("/directory/services/" + id);
        }
    }

    @GET
    @Path(ID + "/erase")
    public Response askToErase(@PathParam("id") String id) {
        return erasePage(id, PageForm.empty());
    }

    @POST
    @Path(ID + "/erase")
    public Response erase(
            @PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            editing.erase(id, reason, current.require());
        } catch (InvalidInput invalid) {
            PageForm form = PageForm.filled(Map.of("reason", reason));
            return erasePage(id, DirectoryProblems.of(invalid, form, List.of("reason")));
        }
        return views.goTo("/directory");
    }

    private Response erasePage(String id, PageForm form) {
        return views.form(
                form,
                "directory/erase.jte",
                Map.of("service", editing.service(id, current.require()), "form", form));
    }

    private Response form(EditorsView view, PageForm form, List<FieldChange> theirs) {
        return views.form(
                form,
                "directory/serviceForm.jte",
                Map.of(
                        "service",
                        view,
                        "form",
                        form,
                        "theirs",
                        theirs,
                        "choices",
                        DraftForm.choices(
                                editing.organizations(current.require()),
                                directory.terms(),
                                geography,
                                view.knownPlaces())));
    }
}
