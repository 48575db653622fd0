package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.web.page.Option;
import org.answerable.web.page.Views;
import org.answerable.web.security.SignedIn;

/** What an administrator looks after, on one page. */
@Path("/administration")
@Controller
@RequestScoped
public class AdministrationPages {

    private static final List<Option> PARTS =
            List.of(
                    new Option(
                            "/accounts",
                            "Accounts",
                            "Who may sign in for your authority, and what they may do"),
                    new Option(
                            "/calendars",
                            "Calendars",
                            "Bank holidays, their versions, and what a newer list changes"),
                    new Option(
                            "/templates",
                            "Letter templates",
                            "The words of each letter, with a preview"),
                    new Option(
                            "/retention",
                            "Retention",
                            "How long personal data are kept, and what is to be erased"),
                    new Option(
                            "/history", "History", "Whether the record of what was done is whole"));

    @Inject private SignedIn signedIn;
    @Inject private Views views;

    @GET
    public Response list() {
        boolean admin =
                signedIn.account()
                        .orElseThrow(() -> new NotAuthorizedException("Session"))
                        .has("admin");
        if (!admin) {
            throw new ForbiddenException();
        }
        return views.show("account/administration.jte", Map.of("parts", PARTS));
    }
}
