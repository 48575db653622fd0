package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is like a request, the most alike first. */
public record SimilarAnswers(List<Published> published, List<Open> open) {

    /** @param why in plain English, the strongest reason first; never empty */
    public record Published(
            String reference,
            String authorityName,
            String subject,
            LocalDate answered,
            CaseOutcome outcome,
            List<String> why) {}

    /**
     * An open case of any partner. Of another authority's case nothing of its words is told.
     *
     * @param subject of one's own cases only
     * @param sameEnquiry whether it is so much alike that one person may have asked several
     *     authorities (R10)
     */
    public record Open(
            CaseReference reference,
            String authorityName,
            Optional<String> subject,
            CaseState state,
            boolean sameEnquiry,
            List<String> why) {}

    public SimilarAnswers {
        published = List.copyOf(published);
        open = List.copyOf(open);
    }

    public boolean isEmpty() {
        return published.isEmpty() && open.isEmpty();
    }
}
