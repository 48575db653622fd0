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
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterText;
import org.answerable.foi.LetterView;
import org.answerable.foi.Letters;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** The decision letter for print, and recording that it was sent. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}")
@Controller
@RequestScoped
public class SendPages {

    private static final List<String> FIELDS = List.of("sentOn", "channel", "responsibleTeam");

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private Letters letters;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    @Path("letter")
    public Response letter() {
        CaseView view = view();
        Optional<LetterView> sent =
                view.letters().stream()
                        .filter(letter -> letter.kind().carriesDecisions())
                        .reduce((earlier, later) -> later);
        LetterText letter =
                sent.isPresent()
                        ? letters.read(reference(), sent.get().id(), current.require())
                        : letters.preview(reference(), current.require());
        return views.show("foi/letter.jte", Map.of("view", view, "letter", letter, "sent", sent));
    }

    @GET
    @Path("dispatch")
    public Response form() {
        CaseView view = view();
        Map<String, String> fields =
                new LinkedHashMap<>(DateParts.of("sentOn", LocalDate.now(clock)));
        boolean byPost = view.channel() == Channel.POST;
        fields.put("channel", byPost ? Channel.POST.name() : Channel.EMAIL.name());
        return page(view, PageForm.filled(fields));
    }

    @POST
    @Path("dispatch")
    public Response dispatch(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        LocalDate sentOn = DateParts.read(form, "sentOn").orElse(null);
        if (sentOn == null) {
            FieldProblem problem =
                    new FieldProblem("sentOn", "Enter the day, month and year of sending");
            return page(view(), form.with(List.of(problem), FIELDS));
        }
        try {
            casework.dispatch(
                    reference(),
                    new DispatchDetails(
                            sentOn,
                            Channel.find(form.value("channel")).orElse(null),
                            form.value("responsibleTeam")),
                    current.require());
            return views.goTo("/cases/" + reference() + "?done=dispatched");
        } catch (InvalidInput invalid) {
            return page(view(), CaseProblems.of(invalid, form, FIELDS));
        }
    }

    private Response page(CaseView view, PageForm form) {
        return views.form(
                form,
                "foi/dispatch.jte",
                Map.of("view", view, "form", form, "channels", CaseForms.channels()));
    }

    private CaseView view() {
        return cases.get(reference(), current.require());
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }
}
