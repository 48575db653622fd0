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
import java.util.List;
import java.util.Map;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotFound;
import org.answerable.foi.QualifiedOpinion;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** What surrounds one answer: who supplies it, which law decides, what the qualified person thinks. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/questions/{number: [0-9]{1,3}}")
@Controller
@RequestScoped
public class QuestionStepPages {

    private static final List<String> REGIME_FIELDS = List.of("regime", "reason");
    private static final List<String> OPINION_FIELDS =
            List.of("name", "position", "limb", "opinion", "dated");

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CaseClock clock;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @PathParam("number")
    private int number;

    @POST
    @Path("allot")
    public Response allot(@FormParam("username") @DefaultValue("") String username) {
        clock.allot(reference(), number, username, current.require());
        return back("allotted");
    }

    @GET
    @Path("regime")
    public Response regime() {
        return regimePage(PageForm.filled(Map.of("regime", question(view()).regime())));
    }

    @POST
    @Path("regime")
    public Response changeRegime(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            casework.changeRegime(
                    reference(),
                    number,
                    form.value("regime"),
                    form.value("reason"),
                    current.require());
            return back("regime");
        } catch (InvalidInput invalid) {
            return regimePage(CaseProblems.of(invalid, form, REGIME_FIELDS));
        }
    }

    @GET
    @Path("opinion")
    public Response opinion() {
        return opinionPage(PageForm.filled(Map.of("name", current.require().displayName())));
    }

    @POST
    @Path("opinion")
    public Response recordOpinion(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        QualifiedOpinion opinion =
                new QualifiedOpinion(
                        form.value("name"),
                        form.value("position"),
                        form.value("limb"),
                        form.value("opinion"),
                        DateParts.read(form, "dated").orElse(null));
        try {
            casework.recordOpinion(reference(), number, opinion, current.require());
            return back("opinion");
        } catch (InvalidInput invalid) {
            return opinionPage(CaseProblems.of(invalid, form, OPINION_FIELDS));
        }
    }

    private Response regimePage(PageForm form) {
        return page("foi/regime.jte", form);
    }

    private Response opinionPage(PageForm form) {
        return page("foi/opinion.jte", form);
    }

    private Response page(String template, PageForm form) {
        CaseView view = view();
        return views.form(
                form, template, Map.of("view", view, "question", question(view), "form", form));
    }

    private CaseView.QuestionView question(CaseView view) {
        return view.question(number)
                .orElseThrow(() -> new NotFound("The case has no question " + number + "."));
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
