package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.CaseView.QuestionView;
import org.answerable.foi.Casework;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.PublicText;
import org.answerable.foi.PublicText.PublicQuestion;
import org.answerable.foi.Redaction;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Reviewing what the public will read, publishing it, and taking it back with a reason. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}")
@Controller
@RequestScoped
public class PublishPages {

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    @Path("publish")
    public Response form() {
        CaseView view = view();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("subject", view.subject());
        for (QuestionView question : view.questions()) {
            fields.put("question-" + question.number(), question.text());
            fields.put("answer-" + question.number(), question.answer());
        }
        return page(view, PageForm.filled(fields));
    }

    @POST
    @Path("publish")
    public Response publish(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        CaseView view = view();
        if (form.value("step").equals("preview")) {
            return preview(view, form);
        }
        try {
            casework.publish(reference(), reviewed(view, form), current.require());
            return views.goTo("/cases/" + reference() + "?done=published");
        } catch (InvalidInput invalid) {
            return page(view, refused(form, invalid));
        }
    }

    @GET
    @Path("withdraw")
    public Response withdrawForm() {
        return withdrawPage(PageForm.empty());
    }

    @POST
    @Path("withdraw")
    public Response withdraw(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            casework.withdrawPublication(reference(), form.value("reason"), current.require());
            return views.goTo("/cases/" + reference() + "?done=withdrawn");
        } catch (InvalidInput invalid) {
            return withdrawPage(CaseProblems.of(invalid, form, List.of("reason")));
        }
    }

    private static PublicText reviewed(CaseView view, PageForm form) {
        List<PublicQuestion> questions = new ArrayList<>();
        for (QuestionView question : view.questions()) {
            int number = question.number();
            questions.add(
                    new PublicQuestion(
                            number,
                            form.value("question-" + number),
                            form.value("answer-" + number)));
        }
        return new PublicText(form.value("subject"), questions);
    }

    /** {@code questions[0].text} is the field of the first question. */
    private static PageForm refused(PageForm form, InvalidInput invalid) {
        List<FieldProblem> problems =
                invalid.errors().stream()
                        .map(error -> new FieldProblem(fieldOf(error.field()), error.message()))
                        .toList();
        return form.with(problems, new ArrayList<>(form.values().keySet()));
    }

    private static String fieldOf(String field) {
        Matcher place = Pattern.compile("questions\\[(\\d+)]\\.(text|answer)").matcher(field);
        if (!place.matches()) {
            return field.startsWith("questions") ? "question-1" : field;
        }
        String kind = place.group(2).equals("text") ? "question-" : "answer-";
        return kind + (Integer.parseInt(place.group(1)) + 1);
    }

    private Response page(CaseView view, PageForm form) {
        return page(view, form, Optional.empty());
    }

    private Response page(CaseView view, PageForm form, Optional<Map<String, Redaction>> preview) {
        return views.form(
                form, "foi/publish.jte", Map.of("view", view, "form", form, "preview", preview));
    }

    /** The marks applied, field by field; what cannot be applied is a fault of its field. */
    private Response preview(CaseView view, PageForm form) {
        Map<String, Redaction> shown = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        shown("Subject", "subject", form, shown, problems);
        for (QuestionView question : view.questions()) {
            int number = question.number();
            shown("Question " + number, "question-" + number, form, shown, problems);
            shown("Answer to question " + number, "answer-" + number, form, shown, problems);
        }
        PageForm read = form.with(problems, new ArrayList<>(form.values().keySet()));
        return page(view, read, read.refused() ? Optional.empty() : Optional.of(shown));
    }

    private static void shown(
            String label,
            String field,
            PageForm form,
            Map<String, Redaction> shown,
            List<FieldProblem> problems) {
        try {
            shown.put(label, Redaction.of(form.value(field)));
        } catch (IllegalArgumentException malformed) {
            problems.add(new FieldProblem(field, malformed.getMessage()));
        }
    }

    private Response withdrawPage(PageForm form) {
        return views.form(form, "foi/withdraw.jte", Map.of("view", view(), "form", form));
    }

    private CaseView view() {
        return cases.get(reference(), current.require());
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }
}
