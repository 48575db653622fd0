package org.answerable.foi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was decided about a complaint or an appeal.
 *
 * @param complyBy until when steps must be taken; empty: none
 */
public record AppealDecision(
        LocalDate date, Result result, Optional<LocalDate> complyBy, String summary) {

    /** From the complainant's point of view. */
    public enum Result {
        UPHELD("Complaint upheld"),
        PARTLY_UPHELD("Complaint partly upheld"),
        NOT_UPHELD("Complaint not upheld"),
        RESOLVED("Resolved without a decision"),
        WITHDRAWN("Complaint withdrawn");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
