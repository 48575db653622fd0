package org.answerable.foi.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.answerable.foi.Actor;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFacets;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;

/** Where the public copies are kept. */
public interface Disclosures {

    DisclosurePage search(DisclosureFilter filter);

    DisclosureFacets facets(DisclosureFilter filter);

    void forEach(DisclosureFilter filter, Consumer<DisclosureSummary> consumer);

    /** The latest edition, withdrawn or not. */
    Optional<PublishedDisclosure> latest(String reference);

    Optional<WithdrawnDisclosure> withdrawalOf(PublishedDisclosure disclosure);

    /** One import of an authority at a time. */
    void lockImports(String authority);

    /** Keeps who took over which file. */
    void imported(String authority, String fileSha256, int rows, int added, Actor by, Instant at);

    /** Adds the next edition. */
    void add(Disclosure disclosure);

    /** Takes the words of the edition out of the database for ever, and keeps the note. */
    void withdraw(PublishedDisclosure disclosure, String reason, Instant at);
}
