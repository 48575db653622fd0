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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Editing;
import org.answerable.directory.EditorsList;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Role;
import org.answerable.directory.VerificationState;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** The directory for those who keep it: what needs checking, and where everything else is. */
@Path("/directory")
@Controller
@RequestScoped
public class EditorPages {

    private static final int PER_PAGE = 50;
    private static final String ORGANIZATION =
            "organizations/{id: [0-9a-f]{8}-[0-9a-f-]{27}}/members";

    @Inject private Editing editing;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        ListAddress address = ListAddress.of("/directory").with("q", q).with("state", state);
        EditorsList found =
                editing.services(q, state(state), ListAddress.page(page), PER_PAGE, actor);
        return views.show(
                "directory/editors.jte",
                Map.of(
                        "found",
                        found,
                        "form",
                        address.form(),
                        "waiting",
                        editing.waiting(actor).size(),
                        "editor",
                        actor.roles().contains(Role.DIRECTORY_EDITOR),
                        "paging",
                        new Paging(
                                address.toString(),
                                (int) found.page(),
                                found.perPage(),
                                found.total())));
    }

    private static VerificationState state(String name) {
        for (VerificationState state : VerificationState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        return null;
    }

    @GET
    @Path(ORGANIZATION)
    public Response members(@PathParam("id") String id) {
        return members(id, PageForm.empty());
    }

    @POST
    @Path(ORGANIZATION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response member(
            @PathParam("id") String id,
            @FormParam("username") @DefaultValue("") String username,
            @FormParam("may") @DefaultValue("true") String may) {
        try {
            editing.member(id, username, may.equals("true"), current.require());
        } catch (InvalidInput invalid) {
            PageForm form = PageForm.filled(Map.of("username", username));
            return members(id, DirectoryProblems.of(invalid, form, List.of("username")));
        }
        return views.goTo("/directory/organizations/" + id + "/members");
    }

    private Response members(String id, PageForm form) {
        Actor actor = current.require();
        List<String> members = editing.members(id, actor);
        String name =
                editing.organizations(actor).stream()
                        .filter(o -> o.id().equals(id))
                        .map(o -> o.name())
                        .findFirst()
                        .orElseThrow(jakarta.ws.rs.NotFoundException::new);
        return views.form(
                form,
                "directory/members.jte",
                Map.of("id", id, "name", name, "members", members, "form", form));
    }
}
