package org.answerable.foi;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The public disclosure log (R28): copies written at publishing, no sign-in, nothing about
 * requesters.
 */
public interface DisclosureLog {

    /** Published answers that are not withdrawn, in the order of the filter, which is stable. */
    DisclosurePage search(DisclosureFilter filter);

    /** How the answers that a filter finds are spread; its page and order do not matter. */
    DisclosureFacets facets(DisclosureFilter filter);

    /** All that a filter finds, latest publication first, one after the other in little memory. */
    void forEach(DisclosureFilter filter, Consumer<DisclosureSummary> consumer);

    /** One of them; a withdrawn one says only that it was withdrawn, and why. */
    Optional<Disclosure> get(String reference);
}
