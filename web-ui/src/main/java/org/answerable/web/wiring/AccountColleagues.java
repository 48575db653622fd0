package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.answerable.foi.Colleague;
import org.answerable.foi.Colleagues;
import org.answerable.foi.Role;
import org.answerable.web.security.LocalAccounts;

/** The open accounts of an authority as the people to whom work can be allocated. */
@ApplicationScoped
public class AccountColleagues implements Colleagues {

    @Inject private LocalAccounts accounts;

    @Override
    public List<Colleague> of(String authority, Role role) {
        String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return accounts.of(authority).stream()
                .filter(account -> account.has(name) && !account.closed())
                .map(account -> new Colleague(account.username(), account.displayName()))
                .toList();
    }
}
