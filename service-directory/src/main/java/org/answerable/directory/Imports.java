package org.answerable.directory;

import java.io.InputStream;

/** Records that others wrote. */
public interface Imports {

    /**
     * Imports a file of services in the terms of Open Referral UK or HSDS: one a line, a list, or a page of a feed.
     *
     * @param source name under which the records are known from now on
     * @param trust 0.6 for an assured partner, else 0.3
     * @throws InvalidInput field {@code file}: it cannot be read
     * @throws NotAllowed the actor is not an editor
     */
    ImportReport file(String source, double trust, InputStream file, Actor actor);
}
