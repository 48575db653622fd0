package org.answerable.web.security.store;

import java.util.Set;

/**
 * Someone who may sign in, as long as the account is open.
 *
 * @param username lower case, unique
 * @param displayName shown in pages and in the history
 * @param authority code of the public authority the account belongs to
 * @param roles names such as {@code officer} or {@code directory-editor}
 * @param closed an administrator closed it: it signs nobody in, and its history stays
 */
public record Account(
        long id,
        String username,
        String displayName,
        String authority,
        Set<String> roles,
        boolean closed) {

    /** The roles an account may hold. */
    public static final Set<String> ROLES =
            Set.of(
                    "officer",
                    "contributor",
                    "approver",
                    "reviewer",
                    "publisher",
                    "qualified-person",
                    "auditor",
                    "analyst",
                    "directory-editor",
                    "admin");

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
