package org.answerable.foi.letter;

import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;

/** What the officer must add for a letter of a kind to say what the law asks for. */
public final class LetterNeeds {

    private LetterNeeds() {}

    /**
     * Passes when nothing is missing.
     *
     * @param environmental whether every question concerned is dealt with under the Regulations
     * @throws InvalidInput naming each missing field
     */
    public static void check(LetterKind kind, LetterDetails details, boolean environmental) {
        List<FieldError> faults = new ArrayList<>();
        switch (kind) {
            case CLARIFICATION -> {
                if (details.words().isBlank()) {
                    add(faults, "words", "Say what is unclear and what would help (s.1(3)).");
                }
            }
            case FEES_NOTICE -> {
                if (details.amount().filter(a -> a.signum() > 0).isEmpty()) {
                    add(faults, "amount", "Give the fee in pounds (s.9(1)).");
                }
                if (details.date().isEmpty()) {
                    add(faults, "date", "Give the last day of payment (s.9(2)).");
                }
            }
            case EXTENSION -> {
                if (details.date().isEmpty() && !environmental) {
                    add(faults, "date", "Give the estimated day of the decision (s.17(2), R7).");
                }
                if (details.exemptions().isEmpty() && !environmental) {
                    add(faults, "exemptions", "Name the qualified exemption (s.17(2), R7).");
                }
            }
            case TRANSFER -> {
                if (details.body().filter(b -> !b.isBlank()).isEmpty()) {
                    add(faults, "body", "Name the authority that receives the request.");
                }
            }
            case ACKNOWLEDGEMENT, DECISION, REFUSAL, REVIEW_OUTCOME -> {
                // the case says it all
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void add(List<FieldError> faults, String field, String message) {
        faults.add(new FieldError(field, message));
    }
}
