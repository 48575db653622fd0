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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.CaseView.QuestionView;
import org.answerable.foi.Casework;
import org.answerable.foi.Conflict;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.QuestionText;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/**
 * Correcting the questions that were found in a request. The page has one field for each question
 * and one to add; an emptied field drops its question.
 */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/questions")
@Controller
@RequestScoped
public class QuestionPages {

    private static final String TEXT = "text-";
    private static final String NUMBER = "number-";

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    public Response form(@QueryParam("done") @DefaultValue("") String done) {
        return page(stored(view()), done.equals("registered"));
    }

    @POST
    public Response save(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            casework.correctQuestions(
                    reference(), CaseForms.version(form), questions(form), current.require());
        } catch (InvalidInput invalid) {
            return page(refused(form, invalid.getMessage()), false);
        } catch (Conflict conflict) {
            return page(refused(form, conflict.getMessage()), false);
        }
        boolean more = !form.value("more").isEmpty();
        String place = "/cases/" + reference() + (more ? "/questions" : "?done=questions");
        return views.goTo(place);
    }

    private static List<QuestionText> questions(PageForm form) {
        List<QuestionText> questions = new ArrayList<>();
        for (int i = 1; form.values().containsKey(TEXT + i); i++) {
            if (!form.value(TEXT + i).isBlank()) {
                questions.add(new QuestionText(number(form, i), form.value(TEXT + i)));
            }
        }
        return questions;
    }

    /** The number that the question had; 0 for one that is new. */
    private static int number(PageForm form, int place) {
        String text = form.value(NUMBER + place);
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static PageForm stored(CaseView view) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", Integer.toString(view.version()));
        int place = 1;
        for (QuestionView question : view.questions()) {
            fields.put(NUMBER + place, Integer.toString(question.number()));
            fields.put(TEXT + place, question.text());
            place++;
        }
        fields.put(TEXT + place, "");
        return PageForm.filled(fields);
    }

    private static PageForm refused(PageForm form, String why) {
        return form.with(List.of(new FieldProblem(TEXT + 1, why)), List.of());
    }

    private Response page(PageForm form, boolean registered) {
        CaseView view = view();
        long places = form.values().keySet().stream().filter(f -> f.startsWith(TEXT)).count();
        return views.form(
                form,
                "foi/questions.jte",
                Map.of(
                        "view", view,
                        "form", form,
                        "places", (int) places,
                        "registered", registered));
    }

    private CaseView view() {
        return cases.get(reference(), current.require());
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }
}
