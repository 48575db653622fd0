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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Inbox;
import org.answerable.foi.InboxItem;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Mail that came in: the list, taking in a saved message, and what becomes of each. */
@Path("/inbox")
@Controller
@RequestScoped
public class InboxPages {

    private static final String ID = "{id: [0-9]{1,18}}";

    @Inject private Inbox inbox;
    @Inject private Authorities authorities;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("done") @DefaultValue("") String done) {
        return list(PageForm.empty(), done.equals("dismissed"));
    }

    @POST
    @MailUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(List<EntityPart> parts) throws IOException {
        Actor actor = current.require();
        Optional<EntityPart> file =
                parts.stream()
                        .filter(p -> p.getName().equals("file"))
                        .filter(p -> !p.getFileName().orElse("").isBlank())
                        .findFirst();
        try {
            if (file.isEmpty()) {
                throw new InvalidInput("file", "Choose the saved message");
            }
            try (InputStream content = file.get().getContent()) {
                byte[] raw = content.readNBytes((int) Inbox.MOST_BYTES + 1);
                return views.goTo("/inbox/" + inbox.upload(raw, actor));
            }
        } catch (InvalidInput invalid) {
            return list(CaseProblems.of(invalid, PageForm.empty(), List.of("file")), false);
        }
    }

    private Response list(PageForm form, boolean dismissed) {
        Actor actor = current.require();
        return views.form(
                form,
                "foi/inbox.jte",
                Map.of(
                        "items",
                        inbox.waiting(actor),
                        "total",
                        inbox.waitingCount(actor),
                        "form",
                        form,
                        "dismissed",
                        dismissed));
    }

    @GET
    @Path(ID)
    public Response show(@PathParam("id") long id) {
        return message(id, PageForm.empty());
    }

    @POST
    @Path(ID + "/attach")
    public Response attach(@PathParam("id") long id, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            String reference = form.value("reference").strip();
            inbox.attach(id, reference, current.require());
            return views.goTo("/cases/" + CaseReference.of(reference));
        } catch (InvalidInput invalid) {
            return message(id, CaseProblems.of(invalid, form, List.of("reference", "reason")));
        }
    }

    @POST
    @Path(ID + "/dismiss")
    public Response dismiss(@PathParam("id") long id, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            inbox.dismiss(id, form.value("reason"), current.require());
            return views.goTo("/inbox?done=dismissed");
        } catch (InvalidInput invalid) {
            return message(id, CaseProblems.of(invalid, form, List.of("reference", "reason")));
        }
    }

    private Response message(long id, PageForm form) {
        return views.form(
                form,
                "foi/message.jte",
                Map.of("item", inbox.get(id, current.require()), "form", form));
    }

    @GET
    @Path(ID + "/register")
    public Response registerForm(@PathParam("id") long id) {
        Actor actor = current.require();
        InboxItem item = inbox.get(id, actor);
        Map<String, String> fields = new LinkedHashMap<>(DateParts.of("received", item.received()));
        fields.put("text", item.text());
        fields.put("subject", item.subject());
        fields.put("channel", "EMAIL");
        fields.put("authority", actor.authority());
        fields.put("requester-name", item.senderName());
        fields.put("requester-email", item.senderEmail());
        return register(id, PageForm.filled(fields));
    }

    @POST
    @Path(ID + "/register")
    public Response register(@PathParam("id") long id, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            NewRequest request =
                    new NewRequest(
                            "",
                            form.value("authority"),
                            DateParts.iso(form, "received"),
                            form.value("channel"),
                            form.value("subject"),
                            CaseForms.requester(form),
                            form.value("text"),
                            List.of());
            CaseReference reference = inbox.register(id, request, current.require());
            return views.goTo("/cases/" + reference + "/questions?done=registered");
        } catch (InvalidInput invalid) {
            return register(id, CaseProblems.of(invalid, form, RegisterPages.FIELDS));
        }
    }

    private Response register(long id, PageForm form) {
        List<Option> choices =
                authorities.all().stream().map(a -> new Option(a.code(), a.name())).toList();
        return views.form(
                form,
                "foi/register.jte",
                Map.of(
                        "form",
                        form,
                        "authorities",
                        choices,
                        "channels",
                        CaseForms.channels(),
                        "action",
                        "/inbox/" + id + "/register"));
    }
}
