package org.answerable.foi;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The authenticated person behind a command or a read. It comes from the sign-in, never from a
 * field of the request, and it is what the history records.
 *
 * @param authority code of the one authority that the account belongs to
 */
public record Actor(String username, String displayName, String authority, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /**
     * Passes when the actor holds at least one of the roles.
     *
     * @throws NotAllowed naming the roles that would do
     */
    public void require(Role... anyOf) {
        if (!has(anyOf)) {
            throw new NotAllowed("This needs the role of " + named(anyOf) + ".");
        }
    }

    private static String named(Role... roles) {
        return Arrays.stream(roles).map(Role::label).collect(Collectors.joining(" or "));
    }
}
