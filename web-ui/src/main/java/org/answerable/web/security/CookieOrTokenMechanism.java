package org.answerable.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.answerable.web.security.store.Account;
import org.answerable.web.security.store.DatabaseUnavailable;

/**
 * Recognises a browser by its session cookie and a program by its bearer token. A request with
 * neither is a visitor's; what a visitor may not see is refused by the use case.
 */
@ApplicationScoped
public class CookieOrTokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String ASSETS = "/assets/";
    private static final String OPEN_FEED = "/oruk/";

    @Inject private Sessions sessions;
    @Inject private ApiTokens tokens;
    @Inject private SignedIn signedIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = request.getRequestURI();
        if (path.startsWith(ASSETS) || path.startsWith(OPEN_FEED)) {
            return context.doNothing();
        }
        try {
            return recognise(request, context);
        } catch (DatabaseUnavailable e) {
            signedIn.undecided(e);
            return context.doNothing();
        }
    }

    private AuthenticationStatus recognise(HttpServletRequest request, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            return byToken(new SecretToken(header.substring(BEARER.length()).strip()), context);
        }
        Optional<SecretToken> cookie = Cookies.session(request);
        if (cookie.isPresent()) {
            return bySession(cookie.get(), context);
        }
        return context.doNothing();
    }

    private AuthenticationStatus byToken(SecretToken token, HttpMessageContext context) {
        Optional<Account> account = tokens.find(token);
        if (account.isEmpty()) {
            return context.doNothing();
        }
        signedIn.byToken(account.get());
        return known(account.get(), context);
    }

    private AuthenticationStatus bySession(SecretToken token, HttpMessageContext context) {
        Optional<Account> account = sessions.use(token);
        if (account.isEmpty()) {
            return context.doNothing();
        }
        signedIn.bySession(account.get(), token);
        return known(account.get(), context);
    }

    private static AuthenticationStatus known(Account account, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(account.username(), account.roles());
    }
}
