package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Role;
import org.answerable.web.page.Views;

/** Beside a case: earlier answers like it, open cases like it, and what the same person asked. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/earlier")
@Controller
@RequestScoped
public class EarlierCasePages {

    @Inject private FoiCases cases;
    @Inject private EarlierAnswers earlier;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response show(@PathParam("reference") String path) {
        Actor actor = current.require();
        CaseReference reference = CaseReference.of(path);
        return views.show(
                "foi/earlier.jte",
                Map.of(
                        "view",
                        cases.get(reference, actor),
                        "found",
                        earlier.similarTo(reference, actor),
                        "requests",
                        actor.has(Role.OFFICER)
                                ? earlier.ofTheSameRequester(reference, actor)
                                : List.of()));
    }
}
