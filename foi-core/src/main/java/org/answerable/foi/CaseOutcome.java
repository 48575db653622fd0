package org.answerable.foi;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The outcome of a whole case, always derived from its questions, never entered. */
public enum CaseOutcome {
    GRANTED("All information given"),
    GRANTED_PART_HELD("All information held was given; some is not held"),
    PART("Information given in part"),
    REFUSED("Refused"),
    NOT_HELD("Information not held"),
    NCND("Neither confirmed nor denied");

    private final String label;

    CaseOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * All alike gives that outcome; granted and not held with nothing withheld gives
     * {@link #GRANTED_PART_HELD}; any other mix is {@link #PART}.
     *
     * @param outcomes one for each question, at least one
     */
    public static CaseOutcome of(Collection<Outcome> outcomes) {
        Set<Outcome> kinds = EnumSet.copyOf(outcomes);
        if (kinds.size() == 1) {
            return valueOf(kinds.iterator().next().name());
        }
        if (kinds.equals(EnumSet.of(Outcome.GRANTED, Outcome.NOT_HELD))) {
            return GRANTED_PART_HELD;
        }
        return PART;
    }
}
