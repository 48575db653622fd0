package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Role;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** What an approver reads before deciding, side by side. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/approval")
@Controller
@RequestScoped
public class ApprovalPages {

    @Inject private FoiCases cases;
    @Inject private EarlierAnswers earlier;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response show(@PathParam("reference") String path) {
        Actor actor = current.require();
        actor.require(Role.APPROVER);
        CaseReference reference = CaseReference.of(path);
        return views.show(
                "foi/approval.jte",
                Map.of(
                        "view", cases.get(reference, actor),
                        "found", earlier.similarTo(reference, actor),
                        "form", PageForm.empty()));
    }
}
