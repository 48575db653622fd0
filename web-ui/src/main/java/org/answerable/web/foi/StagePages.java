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
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.AppealDecision;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseLinks;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LinkType;
import org.answerable.foi.NewAppeal;
import org.answerable.foi.ReviewRequest;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Links with other cases, and the stages after an answer: review, complaint, appeal. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}")
@Controller
@RequestScoped
public class StagePages {

    private static final List<String> REVIEW_FIELDS =
            List.of("received", "channel", "text", "complex", "outOfTime");
    private static final List<String> APPEAL_FIELDS =
            List.of("kind", "received", "theirReference", "respondBy", "text");
    private static final List<String> DECISION_FIELDS =
            List.of("date", "result", "complyBy", "summary");

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CaseLinks links;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @POST
    @Path("links")
    public Response link(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            links.link(reference(), target(form), type(form), current.require());
            return back("linked");
        } catch (InvalidInput invalid) {
            return casePage(CaseProblems.of(invalid, form, List.of("type", "target")));
        }
    }

    @POST
    @Path("links/remove")
    public Response unlink(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        links.unlink(reference(), target(form), type(form), current.require());
        return back("unlinked");
    }

    @GET
    @Path("review")
    public Response reviewForm() {
        Map<String, String> fields =
                new LinkedHashMap<>(DateParts.of("received", LocalDate.now(clock)));
        fields.put("channel", view().channel().name());
        return reviewPage(PageForm.filled(fields));
    }

    @POST
    @Path("review")
    public Response openReview(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        ReviewRequest request =
                new ReviewRequest(
                        DateParts.read(form, "received").orElse(null),
                        Channel.find(form.value("channel")).orElse(null),
                        form.value("text"),
                        form.chosen("complex", "yes"),
                        form.value("outOfTime"));
        try {
            return opened(links.openReview(reference(), request, current.require()));
        } catch (InvalidInput invalid) {
            return reviewPage(CaseProblems.of(invalid, form, REVIEW_FIELDS));
        }
    }

    @POST
    @Path("decide-review")
    public Response decideReview(@FormParam("version") int version) {
        casework.decideReview(reference(), version, current.require());
        return back("review");
    }

    @GET
    @Path("appeal")
    public Response appealForm() {
        return appealPage(PageForm.filled(DateParts.of("received", LocalDate.now(clock))));
    }

    @POST
    @Path("appeal")
    public Response openAppeal(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            NewAppeal appeal =
                    new NewAppeal(
                            form.value("kind").equals(CaseKind.TRIBUNAL.name())
                                    ? CaseKind.TRIBUNAL
                                    : CaseKind.ICO_COMPLAINT,
                            DateParts.read(form, "received").orElse(null),
                            form.value("theirReference"),
                            optional(form, "respondBy"),
                            form.value("text"));
            return opened(links.openAppeal(reference(), appeal, current.require()));
        } catch (InvalidInput invalid) {
            return appealPage(CaseProblems.of(invalid, form, APPEAL_FIELDS));
        }
    }

    @GET
    @Path("decision")
    public Response decisionForm() {
        return decisionPage(PageForm.filled(DateParts.of("date", LocalDate.now(clock))));
    }

    @POST
    @Path("decision")
    public Response recordDecision(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            AppealDecision decision =
                    new AppealDecision(
                            DateParts.read(form, "date").orElse(null),
                            Arrays.stream(AppealDecision.Result.values())
                                    .filter(r -> r.name().equals(form.value("result")))
                                    .findFirst()
                                    .orElse(null),
                            optional(form, "complyBy"),
                            form.value("summary"));
            links.recordDecision(reference(), decision, current.require());
            return back("decision");
        } catch (InvalidInput invalid) {
            return decisionPage(CaseProblems.of(invalid, form, DECISION_FIELDS));
        }
    }

    @POST
    @Path("hand-over")
    public Response handOver(@FormParam("team") @DefaultValue("") String team, Form sent) {
        try {
            links.handOver(reference(), team, current.require());
            return back("handed-over");
        } catch (InvalidInput invalid) {
            PageForm form = PageForm.of(sent.asMap());
            return casePage(CaseProblems.of(invalid, form, List.of("team")));
        }
    }

    private static CaseReference target(PageForm form) {
        return CaseReference.find(form.value("target"))
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        "target", "Give a reference such as LCC-2024-0001."));
    }

    private static LinkType type(PageForm form) {
        return Arrays.stream(LinkType.values())
                .filter(t -> t.name().equals(form.value("type")))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("type", "Choose how they are linked."));
    }

    /** A date that may be left out; one that is typed and is none is a fault. */
    private static Optional<LocalDate> optional(PageForm form, String field) {
        String typed =
                form.value(field + "-day")
                        + form.value(field + "-month")
                        + form.value(field + "-year");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = DateParts.read(form, field);
        if (date.isEmpty()) {
            throw new InvalidInput(field, "Enter a day, month and year, or leave all three empty.");
        }
        return date;
    }

    private Response opened(CaseReference stage) {
        return views.goTo("/cases/" + stage + "?done=opened");
    }

    private Response casePage(PageForm form) {
        CaseView view = view();
        return views.form(
                form,
                "foi/case.jte",
                Map.of("view", view, "form", form, "done", "", "steps", CaseSteps.of(view)));
    }

    private Response reviewPage(PageForm form) {
        return views.form(
                form,
                "foi/review.jte",
                Map.of("view", view(), "form", form, "channels", CaseForms.channels()));
    }

    private Response appealPage(PageForm form) {
        return views.form(form, "foi/openAppeal.jte", Map.of("view", view(), "form", form));
    }

    private Response decisionPage(PageForm form) {
        return views.form(form, "foi/decision.jte", Map.of("view", view(), "form", form));
    }

    private Response back(String done) {
        return views.goTo("/cases/" + reference() + "?done=" + done);
    }

    private CaseView view() {
        return cases.get(reference(), current.require());
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }
}
