package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CalendarProposal;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.HolidayCalendars;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Role;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** The working calendar: its versions, and taking a newer list after seeing what it changes. */
@Path("/calendars")
@Controller
@RequestScoped
public class CalendarPages {

    @Inject private HolidayCalendars calendars;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        Actor actor = current.require();
        return views.show(
                "foi/calendars.jte",
                Map.of(
                        "versions", calendars.versions(actor),
                        "mayUpload", actor.has(Role.ADMIN)));
    }

    @GET
    @Path("version")
    public Response version(
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("done") @DefaultValue("") String done) {
        return views.show(
                "foi/calendar.jte",
                Map.of(
                        "content",
                        calendars.version(name, current.require()),
                        "adopted",
                        done.equals("adopted")));
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.ADMIN);
        return views.show("foi/calendarUpload.jte", Map.of("form", PageForm.empty()));
    }

    @POST
    @Path("new")
    @FileUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response propose(List<EntityPart> parts) throws IOException {
        Actor actor = current.require();
        Optional<EntityPart> file = UploadedFile.of(parts);
        try {
            if (file.isEmpty()) {
                throw new InvalidInput("file", "Choose the file to upload");
            }
            try (InputStream content = file.get().getContent()) {
                CalendarProposal proposal = calendars.propose(content, actor);
                return views.goTo("/calendars/proposals/" + proposal.id());
            }
        } catch (InvalidInput invalid) {
            PageForm form = CaseProblems.of(invalid, PageForm.empty(), List.of("file"));
            return views.form(form, "foi/calendarUpload.jte", Map.of("form", form));
        }
    }

    @GET
    @Path("proposals/{id: [0-9]{1,9}}")
    public Response proposal(@PathParam("id") long id) {
        return proposalPage(id, PageForm.empty());
    }

    @POST
    @Path("proposals/{id: [0-9]{1,9}}")
    public Response adopt(@PathParam("id") long id, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            String version =
                    calendars.adopt(
                            id,
                            form.chosen("confirmed", "yes"),
                            form.value("reason"),
                            current.require());
            return views.goTo(
                    "/calendars/version?done=adopted&name="
                            + URLEncoder.encode(version, StandardCharsets.UTF_8));
        } catch (InvalidInput invalid) {
            return proposalPage(id, CaseProblems.of(invalid, form, List.of("confirmed", "reason")));
        }
    }

    private Response proposalPage(long id, PageForm form) {
        return views.form(
                form,
                "foi/calendarProposal.jte",
                Map.of("proposal", calendars.proposal(id, current.require()), "form", form));
    }
}
