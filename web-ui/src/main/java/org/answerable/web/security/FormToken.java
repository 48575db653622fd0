package org.answerable.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The token that every form carries against request forgery. It is derived from the secret in the
 * session cookie, or before sign-in from that of a form cookie; so it is bound to the user, needs no
 * store, and a form made on one node is accepted by another.
 */
@RequestScoped
public class FormToken {

    /** Name of the hidden field; the first field of every form. */
    public static final String FIELD = "_csrf";

    private static final String PURPOSE = "form";

    @Inject private HttpServletRequest request;
    @Inject private SignedIn signedIn;

    private SecretToken made;

    /** The value for the hidden field of a form on this page. */
    public String value() {
        return secret().orElseGet(this::make).derive(PURPOSE);
    }

    /** Whether this is the token of whoever sends the request. */
    public boolean accepts(String token) {
        return token != null
                && secret().map(secret -> equal(secret.derive(PURPOSE), token)).orElse(false);
    }

    /** A first form for this visitor: its cookie goes out with the page. */
    private SecretToken make() {
        if (made == null) {
            made = SecretToken.random();
            HttpServletResponse response =
                    (HttpServletResponse) request.getAttribute(SecurityHeaders.RESPONSE);
            response.addCookie(Cookies.form(made));
        }
        return made;
    }

    private Optional<SecretToken> secret() {
        return signedIn.session().or(() -> Cookies.form(request));
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
