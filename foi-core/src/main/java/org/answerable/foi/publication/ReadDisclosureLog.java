package org.answerable.foi.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DisclosurePage;

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
    public Optional<Disclosure> get(String reference) {
        return disclosures
                .latest(reference)
                .map(
                        found ->
                                disclosures
                                        .withdrawalOf(found)
                                        .map(w -> tombstone(found.disclosure(), w.withdrawal()))
                                        .orElseGet(found::disclosure));
    }

    private static Disclosure tombstone(Disclosure d, Disclosure.Withdrawal withdrawal) {
        return new Disclosure(
                d.reference(),
                d.authority(),
                d.authorityName(),
                "",
                d.received(),
                d.answered(),
                d.outcome(),
                List.of(),
                d.publishedAt(),
                Optional.of(withdrawal));
    }
}
