package org.answerable.foi.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureImport;
import org.answerable.foi.Role;
import org.answerable.foi.document.DisclosureForm;

/** A publisher takes over the earlier log of their authority: every row or none. */
@ApplicationScoped
@Transactional
public class ImportLog implements DisclosureImport {

    private final Disclosures disclosures;
    private final Authorities authorities;
    private final Clock clock;

    /** For the container's proxy. */
    protected ImportLog() {
        this(null, null, null);
    }

    @Inject
    public ImportLog(Disclosures disclosures, Authorities authorities, Clock clock) {
        this.disclosures = disclosures;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public Report load(InputStream file, Actor publisher) throws IOException {
        publisher.require(Role.PUBLISHER);
        Authority authority = authorities.find(publisher.authority()).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EarlierLog log = EarlierLog.read(file, authority, LocalDate.now(clock), now);
        disclosures.lockImports(authority.code());
        int added = 0;
        int unchanged = 0;
        for (EarlierLog.Entry entry : log.entries()) {
            Optional<PublishedDisclosure> there =
                    disclosures.latest(entry.disclosure().reference());
            if (there.isEmpty()) {
                added++;
            } else if (same(there.get(), entry.disclosure())) {
                unchanged++;
            } else {
                log.fault(
                        entry.line(),
                        "reference",
                        disclosures.withdrawalOf(there.get()).isPresent()
                                ? "This answer was imported before and then withdrawn: take its"
                                        + " rows out."
                                : "This answer was imported before with other words: take its rows"
                                        + " out. What is published does not change.");
            }
        }
        if (log.faultCount() > 0) {
            return new Report(log.rows(), 0, 0, log.faultCount(), log.faults());
        }
        log.entries().stream()
                .map(EarlierLog.Entry::disclosure)
                .filter(d -> disclosures.latest(d.reference()).isEmpty())
                .forEach(disclosures::add);
        if (added > 0) {
            disclosures.imported(authority.code(), log.sha256(), log.rows(), added, publisher, now);
        }
        return new Report(log.rows(), added, unchanged, 0, List.of());
    }

    /** Everything but the time of publishing. */
    private static boolean same(PublishedDisclosure there, Disclosure d) {
        if (there.content().isEmpty()) {
            return false;
        }
        Disclosure then = there.disclosure();
        return DisclosureForm.write(EarlierLog.at(d, then.publishedAt()))
                .toString()
                .equals(there.content());
    }
}
