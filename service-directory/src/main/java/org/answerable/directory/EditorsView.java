package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A service as its editors see it.
 *
 * @param draft the form filled with what is in force
 * @param knownPlaces places of the organisation, for the form
 * @param internal never public
 * @param withheld kept out of the public list, because nobody has checked it for a year
 * @param source where it came from, or null
 */
public record EditorsView(
        String id,
        String name,
        String organization,
        String status,
        boolean internal,
        boolean withheld,
        LocalDate assured,
        VerificationState verification,
        Freshness freshness,
        Instant lastModified,
        String source,
        ServiceDraft draft,
        List<KnownPlace> knownPlaces,
        List<RecordVersion> versions,
        List<Proposal> proposals) {

    public EditorsView {
        knownPlaces = List.copyOf(knownPlaces);
        versions = List.copyOf(versions);
        proposals = List.copyOf(proposals);
    }

    /** A place that can be chosen. */
    public record KnownPlace(String id, String name, String address, boolean confidential) {}
}
