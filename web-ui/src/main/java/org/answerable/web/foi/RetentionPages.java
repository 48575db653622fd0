package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotFound;
import org.answerable.foi.Retention;
import org.answerable.foi.Role;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** What is due for erasing and what holds it; periods, holds, and the reports of what was removed. */
@Path("/retention")
@Controller
@RequestScoped
public class RetentionPages {

    private static final List<String> FIELDS =
            List.of("reference", "reason", "outcome", "requesterMonths", "recordMonths");

    @Inject private Retention retention;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response show(@QueryParam("done") @DefaultValue("") String done) {
        return page(PageForm.empty(), done);
    }

    @POST
    @Path("run")
    public Response run() {
        retention.run(current.require());
        return views.goTo("/retention?done=run");
    }

    @POST
    @Path("holds")
    public Response hold(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            retention.hold(
                    CaseReference.of(form.value("reference").strip()),
                    form.value("reason"),
                    current.require());
            return views.goTo("/retention?done=held");
        } catch (InvalidInput invalid) {
            return page(CaseProblems.of(invalid, form, FIELDS), "");
        } catch (NotFound none) {
            return page(
                    form.with(List.of(new FieldProblem("reference", none.getMessage())), FIELDS),
                    "");
        }
    }

    @POST
    @Path("holds/{id: [0-9]{1,9}}/release")
    public Response release(@PathParam("id") long id, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            retention.release(id, form.value("why"), current.require());
            return views.goTo("/retention?done=released");
        } catch (InvalidInput invalid) {
            return page(
                    form.with(
                            List.of(new FieldProblem("why-" + id, "Say why the hold is released")),
                            FIELDS),
                    "");
        }
    }

    @POST
    @Path("rules")
    public Response rule(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            retention.setRule(
                    outcome(form.value("outcome")),
                    months(form, "requesterMonths"),
                    months(form, "recordMonths"),
                    current.require());
            return views.goTo("/retention?done=rule");
        } catch (InvalidInput invalid) {
            return page(CaseProblems.of(invalid, form, FIELDS), "");
        }
    }

    private static int months(PageForm form, String field) {
        String text = form.value(field).strip();
        if (!text.matches("[0-9]{1,4}")) {
            throw new InvalidInput(field, "Give the months as a whole number");
        }
        return Integer.parseInt(text);
    }

    private static Optional<CaseOutcome> outcome(String name) {
        return Arrays.stream(CaseOutcome.values()).filter(o -> o.name().equals(name)).findFirst();
    }

    private Response page(PageForm form, String done) {
        Actor actor = current.require();
        return views.form(
                form,
                "foi/retention.jte",
                Map.of(
                        "preview", retention.preview(actor),
                        "rules", retention.rules(actor),
                        "holds", retention.holds(actor),
                        "runs", retention.runs(actor),
                        "outcomes", outcomes(),
                        "mayRun", actor.has(Role.ADMIN),
                        "mayHold", actor.has(Role.OFFICER),
                        "form", form,
                        "done", words(done)));
    }

    private static List<Option> outcomes() {
        return Stream.concat(
                        Arrays.stream(CaseOutcome.values())
                                .map(o -> new Option(o.name(), o.label())),
                        Stream.of(new Option("NONE", "Ended without an answer")))
                .toList();
    }

    private static String words(String done) {
        return switch (done) {
            case "run" -> "What was due is erased. The report is at the end of this page.";
            case "held" -> "The case is on hold.";
            case "released" -> "The hold is released.";
            case "rule" -> "The period is set.";
            default -> "";
        };
    }
}
