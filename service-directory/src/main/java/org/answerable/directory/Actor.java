package org.answerable.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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
     * Passes when the person holds at least one of the roles.
     *
     * @throws NotAllowed otherwise, naming the roles that would do
     */
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw new NotAllowed(
                    "This needs the role "
                            + Arrays.stream(anyOf)
                                    .map(Role::label)
                                    .collect(Collectors.joining(" or "))
                            + ". Ask an administrator of your authority.");
        }
    }
}
