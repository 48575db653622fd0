package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that moves or stops the statutory clock.
 *
 * @param to the estimated day of the decision, for {@link Type#PUBLIC_INTEREST_EXTENSION} only
 * @param questions the numbers of the questions concerned; empty: all of them
 * @param exemptions the exemptions that an extension is for; may be empty in a bare calculation
 */
public record ClockEvent(
        Type type,
        LocalDate date,
        Optional<LocalDate> to,
        List<Integer> questions,
        List<String> exemptions) {

    /** The events of the clock; the last three end it without an answer. */
    public enum Type {
        CLARIFICATION_REQUESTED("Clarification asked"),
        CLARIFICATION_RECEIVED("Clarification received"),
        FEES_NOTICE("Fees notice given"),
        FEE_PAID("Fee paid"),
        PUBLIC_INTEREST_EXTENSION("Time extended to weigh the public interest"),
        EIR_EXTENSION("Time extended for complexity and volume"),
        RESPONDED("Answered"),
        TRANSFERRED("Transferred"),
        WITHDRAWN("Withdrawn"),
        LAPSED("Lapsed");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** True when no answer is owed any more. */
        public boolean terminal() {
            return this == TRANSFERRED || this == WITHDRAWN || this == LAPSED;
        }

        /** True when the requester is written to about it. */
        public boolean writesALetter() {
            return this == CLARIFICATION_REQUESTED
                    || this == FEES_NOTICE
                    || this == TRANSFERRED
                    || extension();
        }

        public boolean extension() {
            return this == PUBLIC_INTEREST_EXTENSION || this == EIR_EXTENSION;
        }
    }

    public ClockEvent {
        questions = List.copyOf(questions);
        exemptions = List.copyOf(exemptions);
    }

    public ClockEvent(Type type, LocalDate date, Optional<LocalDate> to) {
        this(type, date, to, List.of(), List.of());
    }

    public static ClockEvent of(Type type, LocalDate date) {
        return new ClockEvent(type, date, Optional.empty());
    }

    /** Whether it moves the clock of this question. */
    public boolean concerns(int question) {
        return questions.isEmpty() || questions.contains(question);
    }
}
