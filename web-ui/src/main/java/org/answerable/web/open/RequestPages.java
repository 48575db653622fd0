package org.answerable.web.open;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.foi.Authorities;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.MailDelivery;
import org.answerable.foi.PublicReceipt;
import org.answerable.foi.PublicRequest;
import org.answerable.foi.PublicRequests;
import org.answerable.foi.Requester;
import org.answerable.foi.SimilarAnswers;
import org.answerable.foi.TrackedRequest;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;
import org.answerable.web.security.Cookies;
import org.answerable.web.security.SecretToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Making a request without an account, and following it by its secret link. */
@Path("/requests")
@Controller
@RequestScoped
public class RequestPages {

    private static final List<String> FIELDS =
            List.of(
                    "authorities",
                    "text",
                    "subject",
                    "requester-name",
                    "requester-email",
                    "requester-postalAddress",
                    "website");
    private static final String TOKEN = "{token: [A-Za-z0-9_-]{43}}";

    @Inject private PublicRequests requests;
    @Inject private Authorities authorities;
    @Inject private EarlierAnswers earlier;
    @Inject private MailDelivery mail;
    @Inject private HttpServletRequest request;
    @Inject private ClientAddress address;
    @Inject private Views views;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_ADDRESS")
    private Optional<String> site;

    @GET
    @Path("new")
    public Response form() {
        return page(
                PageForm.filled(Map.of("submissionKey", UUID.randomUUID().toString())), List.of());
    }

    /** Shows which questions are found and what was answered before, with nothing sent yet. */
    @POST
    @Path("new/questions")
    public Response questions(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        List<String> found = requests.preview(form.value("text"));
        if (found.isEmpty()) {
            FieldProblem problem =
                    new FieldProblem(
                            "text", "Write what you want to know, in at most 100,000 characters");
            return page(form.with(List.of(problem), FIELDS), List.of());
        }
        return page(
                form, found, Optional.of(earlier.similarTo(form.value("text"), Optional.empty())));
    }

    @POST
    @Path("new")
    public Response send(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        if (!form.value("website").isEmpty()) { // only a machine sees this field
            FieldProblem problem = new FieldProblem("website", "Leave this field empty");
            return page(form.with(List.of(problem), FIELDS), List.of());
        }
        try {
            List<PublicReceipt> receipts = requests.submit(request(form), address.of(request));
            String tokens =
                    receipts.stream().map(PublicReceipt::token).collect(Collectors.joining("."));
            return Response.seeOther(URI.create("/requests/sent"))
                    .cookie(Cookies.receipts(new SecretToken(tokens)))
                    .build();
        } catch (InvalidInput invalid) {
            List<FieldProblem> problems =
                    invalid.errors().stream()
                            .map(e -> new FieldProblem(e.field().replace('.', '-'), e.message()))
                            .toList();
            return page(form.with(problems, FIELDS), List.of());
        }
    }

    private PublicRequest request(PageForm form) {
        boolean mailed = form.chosen("mailLinks", "yes");
        return new PublicRequest(
                form.value("submissionKey"),
                form.all("authorities"),
                new Requester(
                        form.value("requester-name"),
                        form.value("requester-email"),
                        form.value("requester-postalAddress")),
                form.value("subject"),
                form.value("text"),
                site.filter(s -> mailed));
    }

    private Response page(PageForm form, List<String> questions) {
        return page(form, questions, Optional.empty());
    }

    private Response page(PageForm form, List<String> questions, Optional<SimilarAnswers> similar) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put(
                "authorities",
                authorities.all().stream().map(a -> new Option(a.code(), a.name())).toList());
        model.put("questions", questions);
        model.put("similar", similar);
        model.put("mayMail", mail.configured() && site.isPresent());
        return views.form(form, "open/request.jte", model);
    }

    @GET
    @Path("sent")
    public Response sent() {
        List<String> tokens =
                Cookies.receipts(request)
                        .map(t -> List.of(t.value().split("\\.")))
                        .orElse(List.of());
        Map<String, TrackedRequest> links = new LinkedHashMap<>();
        for (String token : tokens) {
            links.put("/requests/" + token, requests.track(token));
        }
        return hidden(views.show("open/requestSent.jte", Map.of("links", links)));
    }

    @GET
    @Path(TOKEN)
    public Response track(
            @PathParam("token") String token, @QueryParam("done") @DefaultValue("") String done) {
        return tracked(token, PageForm.empty(), done);
    }

    @POST
    @Path(TOKEN + "/reply")
    public Response reply(@PathParam("token") String token, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        try {
            requests.reply(token, form.value("words"));
            return views.goTo("/requests/" + token + "?done=reply");
        } catch (InvalidInput invalid) {
            List<FieldProblem> problems =
                    invalid.errors().stream()
                            .map(e -> new FieldProblem("words", e.message()))
                            .toList();
            return tracked(token, form.with(problems, List.of("words")), "");
        }
    }

    @POST
    @Path(TOKEN + "/withdraw")
    public Response withdraw(@PathParam("token") String token) {
        requests.withdraw(token);
        return views.goTo("/requests/" + token + "?done=withdrawn");
    }

    private Response tracked(String token, PageForm form, String done) {
        String said =
                switch (done) {
                    case "reply" -> "Your reply has arrived.";
                    case "withdrawn" -> "Your request is withdrawn.";
                    default -> "";
                };
        return hidden(
                views.form(
                        form,
                        "open/trackedRequest.jte",
                        Map.of(
                                "request",
                                requests.track(token),
                                "href",
                                "/requests/" + token,
                                "form",
                                form,
                                "done",
                                said)));
    }

    /** Kept out of search engines; nothing of it is cached (see SecurityHeaders). */
    private static Response hidden(Response page) {
        return Response.fromResponse(page)
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .build();
    }
}
