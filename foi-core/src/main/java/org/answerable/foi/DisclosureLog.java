package org.answerable.foi;

import java.util.Optional;

/**
 * The public disclosure log (R28): copies written at publishing, no sign-in, nothing about
 * requesters.
 */
public interface DisclosureLog {

    /** Published answers that are not withdrawn, latest publication first, in a stable order. */
    DisclosurePage search(DisclosureFilter filter);

    /** One of them; a withdrawn one says only that it was withdrawn, and why. */
    Optional<Disclosure> get(String reference);
}
