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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Channel;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.FoiCases;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotFound;
import org.answerable.foi.Validity;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Checking validity, and the events that move the clock of a case. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}")
@Controller
@RequestScoped
public class EventPages {

    private static final List<String> VALIDITY_FIELDS = List.of("found", "advice");

    @Inject private FoiCases cases;
    @Inject private CaseClock caseClock;
    @Inject private ExemptionCatalogue catalogue;
    @Inject private CurrentActor current;
    @Inject private Clock clock;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    @Path("validity")
    public Response validity() {
        return validityPage(PageForm.empty());
    }

    @POST
    @Path("validity")
    public Response checkValidity(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        Validity found =
                new Validity(
                        form.chosen("found", "written"),
                        form.chosen("found", "realName"),
                        form.chosen("found", "address"),
                        form.chosen("found", "describes"),
                        form.value("advice"));
        try {
            caseClock.checkValidity(reference(), found, current.require());
        } catch (InvalidInput invalid) {
            return validityPage(CaseProblems.of(invalid, form, VALIDITY_FIELDS));
        }
        return back(found.valid() ? "valid" : "invalid");
    }

    @POST
    @Path("acknowledge")
    public Response acknowledge(@FormParam("channel") @DefaultValue("") String channel) {
        caseClock.acknowledge(
                reference(), Channel.find(channel).orElse(Channel.OTHER), current.require());
        return back("acknowledged");
    }

    @GET
    @Path("events/{event: [a-z-]+}")
    public Response form(@PathParam("event") String name) {
        EventForm event = event(name);
        CaseView view = view();
        Map<String, String> fields =
                new LinkedHashMap<>(DateParts.of("date", LocalDate.now(clock)));
        boolean byPost = view.channel() == Channel.POST;
        fields.put("channel", byPost ? Channel.POST.name() : Channel.EMAIL.name());
        return page(event, view, PageForm.filled(fields));
    }

    @POST
    @Path("events/{event: [a-z-]+}")
    public Response record(@PathParam("event") String name, Form sent) {
        EventForm event = event(name);
        PageForm form = PageForm.of(sent.asMap());
        try {
            caseClock.record(reference(), event.read(form), current.require());
        } catch (InvalidInput invalid) {
            return page(event, view(), CaseProblems.of(invalid, form, EventForm.FIELDS));
        }
        return back("event");
    }

    private Response page(EventForm event, CaseView view, PageForm form) {
        return views.form(
                form,
                "foi/event.jte",
                Map.of(
                        "view", view,
                        "form", form,
                        "event", event,
                        "exemptions", EventForm.qualified(catalogue)));
    }

    private Response validityPage(PageForm form) {
        return views.form(form, "foi/validity.jte", Map.of("view", view(), "form", form));
    }

    private static EventForm event(String name) {
        return EventForm.find(name)
                .orElseThrow(() -> new NotFound("There is no such event of a case."));
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
