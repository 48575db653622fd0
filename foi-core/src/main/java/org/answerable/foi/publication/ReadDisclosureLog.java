package org.answerable.foi.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Consumer;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFacets;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;

/** Serves the log from the public copies alone. */
@ApplicationScoped
@Transactional
public class ReadDisclosureLog implements DisclosureLog {

    private final Disclosures disclosures;

    /** For the container's proxy. */
    protected ReadDisclosureLog() {
        this(null);
    }

    @Inject
    public ReadDisclosureLog(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public DisclosurePage search(DisclosureFilter filter) {
        return disclosures.search(filter);
    }

    @Override
    public DisclosureFacets facets(DisclosureFilter filter) {
        return disclosures.facets(filter);
    }

    @Override
    public void forEach(DisclosureFilter filter, Consumer<DisclosureSummary> consumer) {
        disclosures.forEach(filter, consumer);
    }

    @Override
    public Optional<Disclosure> get(String reference) {
        return disclosures
                .latest(reference)
                .map(
                        found ->
                                disclosures
                                        .withdrawalOf(found)
                                        .map(w -> found.tombstone(w.withdrawal()))
                                        .orElseGet(found::disclosure));
    }
}
