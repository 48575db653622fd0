package org.answerable.web.directory;

import org.answerable.directory.CurrentActor;
import org.answerable.directory.Role;

/** Whether whoever looks at a page may change what is on it: editors change what is their own authority's. */
final class OwnAuthority {

    private OwnAuthority() {}

    static boolean of(CurrentActor current, String authority) {
        return current.get()
                .filter(actor -> actor.roles().contains(Role.DIRECTORY_EDITOR))
                .filter(actor -> actor.authority().equals(authority))
                .isPresent();
    }
}
