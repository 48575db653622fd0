package org.answerable.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.web.security.store.Account;
import org.answerable.web.security.store.JdbcAccounts;
import org.answerable.web.security.store.JdbcAccounts.Credentials;

/**
 * Checks passwords of local accounts (PBKDF2 with HMAC-SHA-512, 210,000 rounds, as OWASP advises).
 * Five failures in a row lock an account for 15 minutes. Every outcome is recorded.
 */
@ApplicationScoped
public class LocalAccounts {

    public static final int FAILURES_ALLOWED = 5;
    public static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** Who added the first accounts; no user name, for those have no spaces. */
    private static final String AT_THE_START = "the installation";

    @Inject private JdbcAccounts store;
    @Inject private Pbkdf2PasswordHash passwordHash;
    @Inject private Clock clock;

    /** Compared with when there is no such account, so that both answers take the same time. */
    private String hashOfNobody;

    @PostConstruct
    void prepare() {
        passwordHash.initialize(
                Map.of(
                        "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                        "Pbkdf2PasswordHash.Iterations", "210000",
                        "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                        "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        hashOfNobody = passwordHash.generate(SecretToken.random().value().toCharArray());
    }

    /** The account, when name and password are right and it is neither closed nor locked. */
    public Optional<Account> check(String username, String password) {
        Instant now = clock.instant();
        String name = username.strip().toLowerCase(Locale.ROOT);
        Optional<Credentials> found = store.find(name);
        boolean right =
                passwordHash.verify(
                        password.toCharArray(),
                        found.map(Credentials::passwordHash).orElse(hashOfNobody));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Credentials credentials = found.get();
        Account account = credentials.account();
        if (credentials.lockedUntil().isAfter(now)) {
            store.record(name, "sign-in refused: locked", now);
            return Optional.empty();
        }
        if (account.closed()) {
            store.record(name, "sign-in refused: closed", now);
            return Optional.empty();
        }
        if (!right) {
            store.failed(account.id(), FAILURES_ALLOWED, now.plus(LOCKED_FOR));
            boolean locks = credentials.failures() + 1 >= FAILURES_ALLOWED;
            store.record(name, locks ? "sign-in failed: locked now" : "sign-in failed", now);
            return Optional.empty();
        }
        store.succeeded(account.id());
        store.record(name, "signed in", now);
        return Optional.of(account);
    }

    /** Adds an account at the start; one of the same name is left as it is. */
    public void add(
            String username,
            String displayName,
            String authority,
            Set<String> roles,
            String password) {
        add(username, displayName, authority, roles, password, AT_THE_START);
    }

    /**
     * Adds an account; one of the same name is left as it is.
     *
     * @param administrator user name of who adds it
     */
    public void add(
            String username,
            String displayName,
            String authority,
            Set<String> roles,
            String password,
            String administrator) {
        Instant now = clock.instant();
        store.add(username, displayName, authority, roles, hash(password), now);
        store.record(username, "account added", administrator, now);
    }

    String hash(String password) {
        return passwordHash.generate(password.toCharArray());
    }

    /** Whether there is an account of this name. */
    public boolean exists(String username) {
        return store.find(username).isPresent();
    }

    /** Whether there is any account at all; none means that the installation is new. */
    public boolean any() {
        return store.any();
    }

    /** The accounts of one authority, open and closed, by user name. */
    public List<Account> of(String authority) {
        return store.of(authority);
    }
}
