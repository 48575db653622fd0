package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.answerable.web.page.PageForm;
import org.answerable.web.security.ApiTokens;
import org.answerable.web.security.Cookies;
import org.answerable.web.security.SecretToken;
import org.answerable.web.security.Sessions;
import org.answerable.web.security.SignedIn;
import org.answerable.web.security.store.Account;

/** The own account: API tokens, and ending every session. */
@Path("/account")
@Controller
@RequestScoped
public class AccountPages {

    private static final String VIEW = "account/account.jte";
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    @Inject private Models models;
    @Inject private SignedIn signedIn;
    @Inject private ApiTokens tokens;
    @Inject private Sessions sessions;

    @GET
    public Response account() {
        return page(OK, PageForm.filled(Map.of("days", "30")), "");
    }

    @POST
    @Path("tokens")
    public Response makeToken(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        TokenRequest wanted = TokenRequest.of(form.value("name"), form.value("days"));
        if (!wanted.problems().isEmpty()) {
            return page(UNPROCESSABLE, form.with(wanted.problems(), List.of("name", "days")), "");
        }
        SecretToken token = tokens.create(owner(), wanted.name(), wanted.days());
        return page(OK, PageForm.filled(Map.of("days", "30")), token.value());
    }

    @POST
    @Path("tokens/revoke")
    public Response revoke(@FormParam("id") long id) {
        tokens.revoke(owner(), id);
        return Response.seeOther(URI.create("/account")).build();
    }

    @POST
    @Path("sign-out-everywhere")
    public Response signOutEverywhere() {
        signedIn.session().ifPresent(sessions::endAll);
        return Response.seeOther(URI.create("/")).cookie(Cookies.noSession()).build();
    }

    private Response page(int status, PageForm form, String newToken) {
        models.put("account", owner());
        models.put("tokens", tokens.of(owner()));
        models.put("form", form);
        models.put("newToken", newToken);
        return Response.status(status).entity(VIEW).build();
    }

    private Account owner() {
        return signedIn.account().orElseThrow(() -> new NotAuthorizedException("Session"));
    }
}
