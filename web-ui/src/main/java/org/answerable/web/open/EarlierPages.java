package org.answerable.web.open;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.SimilarAnswers;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/**
 * Looking for earlier answers before a request is sent: a page of its own, and the list alone for the
 * script that asks while somebody types. What is typed is sent in the body, never in an address.
 */
@Path("/earlier-answers")
@Controller
@RequestScoped
public class EarlierPages {

    @Inject private EarlierAnswers earlier;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response form() {
        return page(PageForm.empty(), Optional.empty());
    }

    @POST
    public Response look(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        if (form.value("text").isBlank()) {
            String problem = "Enter what you would like to know";
            return page(
                    form.with(List.of(new FieldProblem("text", problem)), List.of("text")),
                    Optional.empty());
        }
        return page(form, Optional.of(found(form)));
    }

    @POST
    @Path("list")
    public Response list(Form sent) {
        return views.show("foi/similar.jte", Map.of("found", found(PageForm.of(sent.asMap()))));
    }

    private SimilarAnswers found(PageForm form) {
        return earlier.similarTo(form.value("text"), current.get());
    }

    private Response page(PageForm form, Optional<SimilarAnswers> found) {
        PageForm text = PageForm.filled(Map.of("text", form.value("text")));
        return views.form(
                form,
                "open/earlier.jte",
                Map.of("form", text.with(form.problems(), List.of("text")), "found", found));
    }
}
