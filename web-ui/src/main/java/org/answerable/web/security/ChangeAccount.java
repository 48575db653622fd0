package org.answerable.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.web.security.store.Account;
import org.answerable.web.security.store.AccountEvent;
import org.answerable.web.security.store.JdbcAccounts;
import org.answerable.web.security.store.JdbcAccounts.Credentials;

/**
 * What an administrator changes of an account of the own authority. Each change is on record with the
 * administrator's user name, in the same transaction; names and passwords are not written there. An
 * authority always keeps one open account of an administrator.
 */
@ApplicationScoped
public class ChangeAccount {

    private static final int MOST_EVENTS = 30;

    @Inject private JdbcAccounts store;
    @Inject private LocalAccounts accounts;
    @Inject private Clock clock;

    /** The account of this name in the administrator's authority, open or closed. */
    public Optional<Account> find(String username, Account administrator) {
        return store.find(username)
                .map(Credentials::account)
                .filter(account -> account.authority().equals(administrator.authority()));
    }

    /** The last lines on record of an account, newest first. */
    public List<AccountEvent> history(Account account) {
        return store.history(account.username(), MOST_EVENTS);
    }

    /** Whether nobody else can look after the accounts of the authority. */
    public boolean isLastAdministrator(Account account) {
        return account.has("admin")
                && !account.closed()
                && store.of(account.authority()).stream()
                        .noneMatch(
                                other ->
                                        other.id() != account.id()
                                                && other.has("admin")
                                                && !other.closed());
    }

    /**
     * Gives an account another name or other roles, from the next request on.
     *
     * @throws LastAdministrator when nobody would be left to look after the accounts
     */
    @Transactional
    public void change(Account seen, String displayName, Set<String> roles, Account administrator) {
        Account account = locked(seen);
        if (!roles.contains("admin")) {
            keepOne(account);
        }
        List<String> events = new ArrayList<>();
        if (!account.displayName().equals(displayName)) {
            events.add("name changed");
        }
        if (!account.roles().equals(roles)) {
            events.add("roles changed: " + listed(account.roles()) + " → " + listed(roles));
        }
        if (!events.isEmpty()) {
            store.change(account.id(), displayName, roles);
            events.forEach(event -> record(account, event, administrator));
        }
    }

    /**
     * Closes an account: its sessions and tokens end at once, and it signs nobody in.
     *
     * @throws LastAdministrator when nobody would be left to look after the accounts
     */
    @Transactional
    public void close(Account seen, Account administrator) {
        Account account = locked(seen);
        if (account.closed()) {
            return; // the button was pressed twice
        }
        keepOne(account);
        Instant now = clock.instant();
        store.close(account.id(), now);
        store.endSessionsAndTokens(account.id(), now);
        record(account, "account closed", administrator);
    }

    /** Lets the owner of a closed account sign in again, with the password and roles it had. */
    @Transactional
    public void reopen(Account seen, Account administrator) {
        Account account = locked(seen);
        if (account.closed()) {
            store.reopen(account.id());
            record(account, "account reopened", administrator);
        }
    }

    /** Gives an account a new password; what the old one let in is out: sessions and tokens end. */
    @Transactional
    public void setPassword(Account seen, String password, Account administrator) {
        Account account = locked(seen);
        store.setPassword(account.id(), accounts.hash(password));
        store.endSessionsAndTokens(account.id(), clock.instant());
        record(account, "password set", administrator);
    }

    /** The account as it is now, with every other change to the authority's accounts waiting. */
    private Account locked(Account seen) {
        store.lock(seen.authority());
        return store.find(seen.username()).orElseThrow().account();
    }

    private void keepOne(Account account) {
        if (isLastAdministrator(account)) {
            throw new LastAdministrator(account.username());
        }
    }

    private void record(Account account, String event, Account administrator) {
        store.record(account.username(), event, administrator.username(), clock.instant());
    }

    private static String listed(Set<String> roles) {
        return String.join(", ", new TreeSet<>(roles));
    }
}
