package org.answerable.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of the application; each holds a random secret and nothing else. */
public final class Cookies {

    private static final String SESSION = "answerable_session";
    private static final String FORM = "answerable_form";
    private static final String NEW_TOKEN = "answerable_new_token";
    private static final String RECEIPTS = "answerable_receipts";
    private static final String REQUESTS = "/requests";
    private static final String ACCOUNT = "/account";
    private static final int SECONDS_TO_SHOW = 60;
    private static final int SECONDS_TO_NOTE = 600;

    private Cookies() {}

    /** The session of someone who has signed in. */
    public static Optional<SecretToken> session(HttpServletRequest request) {
        return find(request, SESSION);
    }

    /** What ties a visitor's form to the visitor's browser before there is a session. */
    public static Optional<SecretToken> form(HttpServletRequest request) {
        return find(request, FORM);
    }

    public static NewCookie session(SecretToken token) {
        return cookie(SESSION, token.value(), "/", (int) Sessions.ABSOLUTE.toSeconds());
    }

    static Cookie form(SecretToken token) {
        Cookie cookie = new Cookie(FORM, token.value());
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Tells the browser to forget the session. */
    public static NewCookie noSession() {
        return cookie(SESSION, "", "/", 0);
    }

    /** Carries a new API token to the page that shows it once, so that a reload makes no other. */
    public static NewCookie newToken(SecretToken token) {
        return cookie(NEW_TOKEN, token.value(), ACCOUNT, SECONDS_TO_SHOW);
    }

    public static Optional<SecretToken> newToken(HttpServletRequest request) {
        return find(request, NEW_TOKEN);
    }

    public static NewCookie noNewToken() {
        return cookie(NEW_TOKEN, "", ACCOUNT, 0);
    }

    /** Carries new tracking secrets to the page that shows them, so that a reload asks nothing again. */
    public static NewCookie receipts(SecretToken tokens) {
        return cookie(RECEIPTS, tokens.value(), REQUESTS, SECONDS_TO_NOTE);
    }

    public static Optional<SecretToken> receipts(HttpServletRequest request) {
        return find(request, RECEIPTS);
    }

    private static NewCookie cookie(String name, String value, String path, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(maxAge)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static Optional<SecretToken> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name) && !cookie.getValue().isBlank())
                .map(cookie -> new SecretToken(cookie.getValue()))
                .findFirst();
    }
}
