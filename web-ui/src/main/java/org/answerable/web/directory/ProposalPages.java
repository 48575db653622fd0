package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Editing;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Proposal;
import org.answerable.directory.Role;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Changes that wait for somebody's word, each with its difference. */
@Path("/directory/proposals")
@Controller
@RequestScoped
public class ProposalPages {

    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f-]{27}}";

    @Inject private Editing editing;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        return views.show(
                "directory/proposals.jte", Map.of("proposals", editing.waiting(current.require())));
    }

    @GET
    @Path(ID)
    public Response show(@PathParam("id") String id) {
        return page(id, PageForm.empty());
    }

    @POST
    @Path(ID + "/approve")
    public Response approve(@PathParam("id") String id) {
        Actor actor = current.require();
        editing.approve(id, actor);
        return views.goTo("/directory/services/" + editing.proposal(id, actor).record());
    }

    @POST
    @Path(ID + "/return")
    public Response sendBack(
            @PathParam("id") String id, @FormParam("note") @DefaultValue("") String note) {
        try {
            editing.sendBack(id, note, current.require());
        } catch (InvalidInput invalid) {
            PageForm form = PageForm.filled(Map.of("note", note));
            return page(id, DirectoryProblems.of(invalid, form, List.of("note")));
        }
        return views.goTo("/directory/proposals/" + id);
    }

    @POST
    @Path(ID + "/withdraw")
    public Response withdraw(@PathParam("id") String id) {
        editing.withdraw(id, current.require());
        return views.goTo("/directory/proposals/" + id);
    }

    private Response page(String id, PageForm form) {
        Actor actor = current.require();
        Proposal proposal = editing.proposal(id, actor);
        boolean own = proposal.author().equals(actor.username());
        return views.form(
                form,
                "directory/proposal.jte",
                Map.of(
                        "proposal",
                        proposal,
                        "form",
                        form,
                        "own",
                        own,
                        "mayDecide",
                        !own && actor.roles().contains(Role.DIRECTORY_EDITOR)));
    }
}
