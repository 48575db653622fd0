package org.answerable.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerable.web.security.store.Account;
import org.answerable.web.security.store.JdbcSessions;

/** Sign-in sessions: ended by sign-out, after 30 idle minutes, and after 12 hours in any case. */
@ApplicationScoped
public class Sessions {

    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration ABSOLUTE = Duration.ofHours(12);

    @Inject private JdbcSessions store;
    @Inject private Clock clock;

    public SecretToken begin(Account account) {
        SecretToken token = SecretToken.random();
        Instant now = clock.instant();
        store.add(token.hash(), account.id(), now, now.plus(IDLE), now.plus(ABSOLUTE));
        return token;
    }

    public Optional<Account> use(SecretToken token) {
        return store.use(token.hash(), clock.instant(), IDLE);
    }

    public void end(SecretToken token) {
        store.remove(token.hash());
    }

    /** Ends every session of the same account, on whatever device. */
    public void endAll(SecretToken token) {
        store.removeAllOfSameAccount(token.hash());
    }
}
