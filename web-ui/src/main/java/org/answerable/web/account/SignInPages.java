package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;
import org.answerable.web.security.Cookies;
import org.answerable.web.security.LocalAccounts;
import org.answerable.web.security.Sessions;
import org.answerable.web.security.SignedIn;
import org.answerable.web.security.store.Account;

/** Signing in with a local account, and out again. */
@Path("/")
@Controller
@RequestScoped
public class SignInPages {

    private static final String VIEW = "account/sign-in.jte";

    @Inject private Views views;
    @Inject private LocalAccounts accounts;
    @Inject private Sessions sessions;
    @Inject private SignedIn signedIn;

    @GET
    @Path("sign-in")
    public Response form(@QueryParam("next") String next) {
        return views.show(VIEW, Map.of("form", PageForm.empty(), "next", localPath(next)));
    }

    @POST
    @Path("sign-in")
    public Response signIn(Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        String next = localPath(form.value("next"));
        Optional<Account> account = accounts.check(form.value("username"), form.value("password"));
        if (account.isEmpty()) {
            return views.refuse(VIEW, Map.of("form", refused(form), "next", next));
        }
        signedIn.session().ifPresent(sessions::end);
        return Response.seeOther(URI.create(next))
                .cookie(Cookies.session(sessions.begin(account.get())))
                .build();
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        signedIn.session().ifPresent(sessions::end);
        return Response.seeOther(URI.create("/")).cookie(Cookies.noSession()).build();
    }

    /** The same words whether the name, the password or a lock is the reason. */
    private static PageForm refused(PageForm form) {
        String problem =
                "The user name or the password is not right. After "
                        + LocalAccounts.FAILURES_ALLOWED
                        + " wrong passwords an account is locked for "
                        + LocalAccounts.LOCKED_FOR.toMinutes()
                        + " minutes";
        return form.with(
                List.of(new FieldProblem("username", problem)), List.of("username", "password"));
    }

    /** Only a path of this site is followed: a link must not lead elsewhere after sign-in. */
    static String localPath(String next) {
        boolean local =
                next != null
                        && next.startsWith("/")
                        && !next.startsWith("//")
                        && next.chars().allMatch(c -> c > ' ' && c < 127)
                        && isAddress(next);
        return local ? next : "/start";
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
