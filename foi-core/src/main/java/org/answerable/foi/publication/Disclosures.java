package org.answerable.foi.publication;

import java.time.Instant;
import java.util.Optional;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosurePage;

/** Where the public copies are kept. */
public interface Disclosures {

    DisclosurePage search(DisclosureFilter filter);

    /** The latest edition, withdrawn or not. */
    Optional<PublishedDisclosure> latest(String reference);

    Optional<WithdrawnDisclosure> withdrawalOf(PublishedDisclosure disclosure);

    /** Adds the next edition. */
    void add(Disclosure disclosure);

    void withdraw(PublishedDisclosure disclosure, String reason, Instant at);
}
