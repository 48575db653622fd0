package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseDetails;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Requester;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** One case: its questions, clock and history, its details, and the steps towards approval. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}")
@Controller
@RequestScoped
public class CasePages {

    private static final List<String> DETAIL_FIELDS =
            List.of(
                    "subject",
                    "channel",
                    "requester-name",
                    "requester-email",
                    "requester-postalAddress");

    /** What a success banner says, by the word in the address. */
    private static final Map<String, String> DONE =
            Map.of(
                    "questions", "The questions are saved.",
                    "answer", "The answer is saved.",
                    "details", "The details are saved.",
                    "submitted", "The case waits for approval.",
                    "approved", "The case is approved.",
                    "returned", "The case is back with the officer.",
                    "dispatched", "The answer is recorded as sent.",
                    "published", "The answer is in the disclosure log.",
                    "withdrawn", "The answer is withdrawn from the disclosure log.");

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    public Response show(@QueryParam("done") @DefaultValue("") String done) {
        return page(PageForm.empty(), DONE.getOrDefault(done, ""));
    }

    @GET
    @Path("details")
    public Response details() {
        CaseView view = view();
        Map<String, String> stored = new LinkedHashMap<>();
        Requester requester = view.requester().orElse(new Requester("", "", ""));
        stored.put("subject", view.subject());
        stored.put("channel", view.channel().name());
        stored.put("requester-name", requester.name());
        stored.put("requester-email", requester.email());
        stored.put("requester-postalAddress", requester.postalAddress());
        stored.put("version", Integer.toString(view.version()));
        return detailsPage(PageForm.filled(stored));
    }

    @POST
    @Path("details")
    public Response saveDetails(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            casework.correctDetails(
                    reference(),
                    CaseForms.version(form),
                    new CaseDetails(
                            form.value("subject"),
                            form.value("channel"),
                            CaseForms.requester(form)),
                    actor());
            return back("details");
        } catch (InvalidInput invalid) {
            return detailsPage(CaseProblems.of(invalid, form, DETAIL_FIELDS));
        }
    }

    @POST
    @Path("submit")
    public Response submit() {
        casework.submitForApproval(reference(), actor());
        return back("submitted");
    }

    @POST
    @Path("approve")
    public Response approve(@FormParam("version") int version) {
        casework.approve(reference(), version, actor());
        return back("approved");
    }

    @POST
    @Path("return")
    public Response returnToDrafting(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            casework.returnToDrafting(reference(), form.value("reason"), actor());
            return back("returned");
        } catch (InvalidInput invalid) {
            return page(CaseProblems.of(invalid, form, List.of("reason")), "");
        }
    }

    private Response page(PageForm form, String done) {
        return views.form(form, "foi/case.jte", Map.of("view", view(), "form", form, "done", done));
    }

    private Response detailsPage(PageForm form) {
        return views.form(
                form,
                "foi/details.jte",
                Map.of("view", view(), "form", form, "channels", CaseForms.channels()));
    }

    private Response back(String done) {
        return views.goTo("/cases/" + reference() + "?done=" + done);
    }

    private CaseView view() {
        return cases.get(reference(), actor());
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }

    private Actor actor() {
        return current.require();
    }
}
