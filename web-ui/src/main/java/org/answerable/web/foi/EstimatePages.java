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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.CostEstimate;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** The estimate of the cost that a refusal under section 12 rests on. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}")
@Controller
@RequestScoped
public class EstimatePages {

    private static final int NOT_A_NUMBER = -1;
    private static final List<String> FIELDS =
            List.of(
                    "questions",
                    "confirmOnly",
                    "determining",
                    "locating",
                    "retrieving",
                    "extracting",
                    "aggregated",
                    "aggregatedMinutes",
                    "basis");

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    @Path("estimate")
    public Response form() {
        return page(PageForm.filled(Map.of("confirmOnly", "no")));
    }

    @POST
    @Path("estimate")
    public Response save(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            casework.estimateCost(reference(), read(form), current.require());
            return back("estimate");
        } catch (InvalidInput invalid) {
            return page(CaseProblems.of(invalid, form, FIELDS));
        }
    }

    private static CostEstimate read(PageForm form) {
        return new CostEstimate(
                form.all("questions").stream()
                        .filter(n -> n.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .toList(),
                form.value("confirmOnly").equals("yes"),
                minutes(form, "determining"),
                minutes(form, "locating"),
                minutes(form, "retrieving"),
                minutes(form, "extracting"),
                Arrays.stream(form.value("aggregated").split(","))
                        .map(String::strip)
                        .filter(r -> !r.isEmpty())
                        .toList(),
                minutes(form, "aggregatedMinutes"),
                form.value("basis"));
    }

    /** An empty field is no time; what is no number is refused by the estimate. */
    private static int minutes(PageForm form, String field) {
        String typed = form.value(field).strip().replace(",", "");
        if (typed.isEmpty()) {
            return 0;
        }
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : NOT_A_NUMBER;
    }

    private Response page(PageForm form) {
        return views.form(form, "foi/estimate.jte", Map.of("view", view(), "form", form));
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
