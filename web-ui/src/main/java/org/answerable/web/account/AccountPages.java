package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
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
import org.answerable.web.page.Views;
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

    @Inject private HttpServletRequest request;
    @Inject private Views views;
    @Inject private SignedIn signedIn;
    @Inject private ApiTokens tokens;
    @Inject private Sessions sessions;

    @GET
    public Response account() {
        String newToken = Cookies.newToken(request).map(SecretToken::value).orElse("");
        Response page = page(PageForm.filled(Map.of("days", "30")), newToken);
        return newToken.isEmpty()
                ? page
                : Response.fromResponse(page).cookie(Cookies.noNewToken()).build();
    }

    @POST
    @Path("tokens")
    public Response makeToken(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        TokenRequest wanted = TokenRequest.of(form.value("name"), form.value("days"));
        if (!wanted.problems().isEmpty()) {
            return page(form.with(wanted.problems(), List.of("name", "days")), "");
        }
        SecretToken token = tokens.create(owner(), wanted.name(), wanted.days());
        return Response.seeOther(URI.create("/account")).cookie(Cookies.newToken(token)).build();
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

    private Response page(PageForm form, String newToken) {
        return views.form(
                form,
                "account/account.jte",
                Map.of(
                        "account",
                        owner(),
                        "tokens",
                        tokens.of(owner()),
                        "form",
                        form,
                        "newToken",
                        newToken));
    }

    private Account owner() {
        return signedIn.account().orElseThrow(() -> new NotAuthorizedException("Session"));
    }
}
