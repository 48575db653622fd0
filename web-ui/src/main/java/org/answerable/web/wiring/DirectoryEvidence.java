package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.answerable.directory.Citation;
import org.answerable.directory.Citations;
import org.answerable.foi.Comparison;
import org.answerable.foi.Evidence;
import org.answerable.foi.EvidenceChoice;
import org.answerable.foi.NotFound;

/** Gives casework the statements of the service directory. They hold public facts, so nothing has to be released. */
@ApplicationScoped
class DirectoryEvidence {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    @Inject private Citations citations;

    List<EvidenceChoice> choices() {
        return citations.all().stream()
                .map(c -> new EvidenceChoice(c.id(), c.title(), c.sentence()))
                .toList();
    }

    Evidence release(String id) {
        try {
            return evidence(citations.find(id));
        } catch (org.answerable.directory.NotFound e) {
            throw new NotFound(e.getMessage());
        }
    }

    Comparison recompute(String id) {
        try {
            return new Comparison(citations.differences(id));
        } catch (org.answerable.directory.NotFound e) {
            throw new NotFound(e.getMessage());
        }
    }

    private static Evidence evidence(Citation citation) {
        return new Evidence(
                citation.id(),
                citation.title(),
                citation.sentence(),
                "record",
                "as at " + DAY.format(citation.at()),
                citation.columns(),
                citation.rows().stream()
                        .map(row -> new Evidence.Row(row.label(), row.cells()))
                        .toList(),
                citation.references().stream().map(DirectoryEvidence::source).toList(),
                "Public record of the service directory",
                citation.method(),
                citation.madeAt());
    }

    private static Evidence.Source source(Citation.Reference reference) {
        return new Evidence.Source(
                reference.record(),
                Integer.toString(reference.version()),
                reference.title(),
                reference.publisher(),
                reference.sha256(),
                "Record of the service directory");
    }
}
