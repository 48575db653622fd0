package org.answerable.web.foi;

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
import java.util.UUID;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Role;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Registering a request: the whole text is pasted, and its questions are found in it. */
@Path("/cases/new")
@Controller
@RequestScoped
public class RegisterPages {

    static final List<String> FIELDS =
            List.of(
                    "text",
                    "subject",
                    "received",
                    "channel",
                    "authority",
                    "requester-name",
                    "requester-email",
                    "requester-postalAddress");

    @Inject private Casework casework;
    @Inject private Authorities authorities;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response form() {
        Actor actor = current.require();
        actor.require(Role.OFFICER);
        return page(
                PageForm.filled(
                        Map.of(
                                "submissionKey", UUID.randomUUID().toString(),
                                "authority", actor.authority(),
                                "channel", "EMAIL")));
    }

    @POST
    public Response register(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            CaseReference reference = casework.register(request(form), current.require());
            return views.goTo("/cases/" + reference + "/questions?done=registered");
        } catch (InvalidInput invalid) {
            return page(CaseProblems.of(invalid, form, FIELDS));
        }
    }

    private static NewRequest request(PageForm form) {
        return new NewRequest(
                form.value("submissionKey"),
                form.value("authority"),
                DateParts.iso(form, "received"),
                form.value("channel"),
                form.value("subject"),
                CaseForms.requester(form),
                form.value("text"),
                List.of());
    }

    private Response page(PageForm form) {
        List<Option> choices = authorities.all().stream().map(RegisterPages::option).toList();
        return views.form(
                form,
                "foi/register.jte",
                Map.of(
                        "form", form,
                        "authorities", choices,
                        "channels", CaseForms.channels()));
    }

    private static Option option(Authority authority) {
        return new Option(authority.code(), authority.name());
    }
}
