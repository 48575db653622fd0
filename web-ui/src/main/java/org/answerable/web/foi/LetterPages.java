package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Inbox;
import org.answerable.foi.LetterSettlement;
import org.answerable.foi.LetterText;
import org.answerable.foi.LetterView;
import org.answerable.foi.Letters;
import org.answerable.web.page.Views;

/** The letters of a case as sent with the mail that came in, and saying how a letter went. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/letters")
@Controller
@RequestScoped
public class LetterPages {

    @Inject private FoiCases cases;
    @Inject private Letters letters;
    @Inject private Inbox inbox;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @PathParam("reference")
    private String path;

    @GET
    public Response list() {
        return views.show(
                "foi/letters.jte",
                Map.of("view", view(), "mails", inbox.of(reference(), current.require())));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    public Response show(
            @PathParam("id") long id, @QueryParam("done") @DefaultValue("") String done) {
        LetterText letter = letters.read(reference(), id, current.require());
        CaseView view = view();
        LetterView sent =
                view.letters().stream()
                        .filter(l -> l.id() == id)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return views.show(
                "foi/sentLetter.jte",
                Map.of(
                        "view", view,
                        "letter", letter,
                        "sent", sent,
                        "settled", done.equals("settled")));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/settle")
    public Response settle(@PathParam("id") long id, @FormParam("how") String how) {
        LetterSettlement said =
                Arrays.stream(LetterSettlement.values())
                        .filter(s -> s.name().equals(how))
                        .findFirst()
                        .orElseThrow(BadRequestException::new);
        letters.settle(reference(), id, said, current.require());
        return views.goTo("/cases/" + reference() + "/letters/" + id + "?done=settled");
    }

    private CaseView view() {
        return cases.get(reference(), current.require());
    }

    private CaseReference reference() {
        return CaseReference.of(path);
    }
}
