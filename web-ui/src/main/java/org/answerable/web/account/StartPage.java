package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.answerable.web.security.SignedIn;
import org.answerable.web.security.store.Account;

/** Where someone's work is: the page to land on after sign-in. */
@Path("/start")
@RequestScoped
public class StartPage {

    @Inject private SignedIn signedIn;

    @GET
    public Response start() {
        Account account =
                signedIn.account().orElseThrow(() -> new NotAuthorizedException("Session"));
        return Response.seeOther(URI.create(placeOf(account))).build();
    }

    private static String placeOf(Account account) {
        if (account.has("officer") || account.has("contributor")) {
            return "/cases";
        }
        if (account.has("approver")) {
            return "/approvals";
        }
        if (account.has("analyst")) {
            return "/datasets";
        }
        return account.has("admin") ? "/accounts" : "/account";
    }
}
