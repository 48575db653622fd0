package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A pathway at a place on a day: each step with its services, or the one reason why there is none. */
public record PathwayGaps(Pathway pathway, Area area, LocalDate at, List<Resolved> steps) {

    /** Why a step leads nowhere; of several the first that applies. */
    public enum Gap {
        NO_CAPACITY("no capacity", "There is a service, but it has no free place"),
        TOO_FAR("too far", "There is a service, but farther than the pathway allows"),
        NOT_VERIFIED("not verified", "There is a service, but nobody has confirmed it lately"),
        CONTRACT_ENDED(
                "contract ended", "There was a contract, and it is not in force on this day"),
        NOT_COMMISSIONED("not commissioned", "It is declared that there is none"),
        OUTSIDE_AREA(
                "outside area", "There is a service elsewhere, which does not serve this place"),
        NOTHING_KNOWN("nothing known", "There is no record of any");

        private final String label;
        private final String meaning;

        Gap(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        public String label() {
            return label;
        }

        public String meaning() {
            return meaning;
        }
    }

    /**
     * A step.
     *
     * @param services what meets it, in words, with the record it follows from
     * @param gap empty when something meets it
     * @param evidence records that the gap follows from
     */
    public record Resolved(
            Pathway.Step step, List<String> services, Optional<Gap> gap, List<String> evidence) {
        public Resolved {
            services = List.copyOf(services);
            evidence = List.copyOf(evidence);
        }
    }

    public PathwayGaps {
        steps = List.copyOf(steps);
    }
}
