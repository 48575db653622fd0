package org.answerable.directory;

import java.util.Set;

/**
 * The person who acts, as signed in.
 *
 * @param username the account; recorded in the history
 * @param displayName the name shown to colleagues, never to the public
 * @param authority the authority the account belongs to
 * @param roles what the person may do here
 */
public record Actor(String username, String displayName, String authority, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /**
     * Passes when the person holds the role.
     *
     * @throws NotAllowed otherwise
     */
    public void require(Role role) {
        if (!roles.contains(role)) {
            throw new NotAllowed(
                    "This needs the role directory editor. Ask an administrator of your authority.");
        }
    }
}
