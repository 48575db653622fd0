package org.answerable.web.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.answerable.web.security.store.Account;
import org.answerable.web.security.store.DatabaseUnavailable;

/** Who makes this request, as the authentication mechanism found out. */
@RequestScoped
public class SignedIn {

    private Account account;
    private SecretToken session;
    private DatabaseUnavailable unavailable;

    /** A browser with a session cookie. */
    void bySession(Account who, SecretToken token) {
        account = who;
        session = token;
    }

    /** A program with a bearer token. */
    void byToken(Account who) {
        account = who;
    }

    /** It could not be found out: the database did not answer. */
    void undecided(DatabaseUnavailable why) {
        unavailable = why;
    }

    /**
     * @throws DatabaseUnavailable when it could not be found out: not the same as a visitor
     */
    public Optional<Account> account() {
        if (unavailable != null) {
            throw unavailable;
        }
        return known();
    }

    /** The account as far as it is known; for the frame of a page that reports a problem, too. */
    public Optional<Account> known() {
        return Optional.ofNullable(account);
    }

    /** The session, when the request carries a live session cookie. */
    public Optional<SecretToken> session() {
        return Optional.ofNullable(session);
    }
}
