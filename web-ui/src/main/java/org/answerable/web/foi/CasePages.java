package org.answerable.web.foi;

import static java.util.Map.entry;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseDetails;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotAllowed;
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
            Map.ofEntries(
                    entry("questions", "The questions are saved."),
                    entry("answer", "The answer is saved."),
                    entry("details", "The details are saved."),
                    entry("acknowledged", "The acknowledgement is made; see the letters below."),
                    entry("valid", "The request is valid. The work can begin."),
                    entry("invalid", "It is recorded that this is no valid request."),
                    entry("event", "It is recorded, and the due date is counted anew."),
                    entry("moved", "The case has moved."),
                    entry("allotted", "The question is allocated."),
                    entry("regime", "The question is handled under the other law from now on."),
                    entry("opinion", "The opinion is recorded."),
                    entry("estimate", "The estimate is recorded."),
                    entry("linked", "The link is saved."),
                    entry("unlinked", "The link is removed."),
                    entry("review", "The review is decided."),
                    entry("decision", "The decision is recorded."),
                    entry("handed-over", "It is handed over."),
                    entry("opened", "This is the new case."),
                    entry("submitted", "The case waits for approval."),
                    entry("approved", "The case is approved."),
                    entry("returned", "The case is back in drafting."),
                    entry("dispatched", "The answer is recorded as sent."),
                    entry("confirmed", "It is recorded that the answer went out."),
                    entry("published", "The answer is in the disclosure log."),
                    entry("withdrawn", "The answer is withdrawn from the disclosure log."));

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CaseClock clock;
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
        if (!view.may(CaseAction.CORRECT_DETAILS)) {
            throw new NotAllowed(view.objection(CaseAction.CORRECT_DETAILS));
        }
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
    @Path("move")
    public Response move(@FormParam("stage") @DefaultValue("") String stage) {
        CaseState wanted =
                Arrays.stream(CaseState.values())
                        .filter(s -> s.name().equals(stage))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("stage", "Choose a stage."));
        clock.moveTo(reference(), wanted, actor());
        return back("moved");
    }

    @POST
    @Path("confirm-sent")
    public Response confirmSent() {
        clock.confirmSent(reference(), actor());
        return back("confirmed");
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
        CaseView view = view();
        return views.form(
                form,
                "foi/case.jte",
                Map.of("view", view, "form", form, "done", done, "steps", CaseSteps.of(view)));
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
