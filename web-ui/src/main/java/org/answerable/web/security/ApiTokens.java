package org.answerable.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.web.security.store.Account;
import org.answerable.web.security.store.ApiToken;
import org.answerable.web.security.store.JdbcAccounts;
import org.answerable.web.security.store.JdbcApiTokens;

/** Tokens for programs: shown once, stored hashed, ended by their date or by their owner. */
@ApplicationScoped
public class ApiTokens {

    public static final int MOST_DAYS = 366;

    @Inject private JdbcApiTokens store;
    @Inject private JdbcAccounts accounts;
    @Inject private Clock clock;

    /**
     * @param days 1 to {@value #MOST_DAYS}
     */
    public SecretToken create(Account owner, String name, int days) {
        SecretToken token = SecretToken.random();
        Instant now = clock.instant();
        store.add(token.hash(), owner.id(), name, now, now.plus(Duration.ofDays(days)));
        accounts.record(owner.username(), "API token made", now);
        return token;
    }

    public Optional<Account> find(SecretToken token) {
        return store.find(token.hash(), clock.instant());
    }

    public List<ApiToken> of(Account owner) {
        return store.of(owner.id(), clock.instant());
    }

    public void revoke(Account owner, long id) {
        Instant now = clock.instant();
        store.revoke(id, owner.id(), now);
        accounts.record(owner.username(), "API token revoked", now);
    }
}
