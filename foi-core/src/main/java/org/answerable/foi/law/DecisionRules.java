package org.answerable.foi.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.foi.Answer;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.FieldError;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;

/** What a decision on a question must contain: rules I1, I3, I5 and R16. */
public final class DecisionRules {

    private DecisionRules() {}

    /** Every fault of the decision; empty when it stands, or when nothing is decided yet. */
    public static List<FieldError> check(Answer answer, ExemptionCatalogue catalogue) {
        List<FieldError> errors = new ArrayList<>();
        if (answer.outcome().isEmpty()) {
            if (!answer.grounds().isEmpty()) {
                errors.add(
                        new FieldError("outcome", "Choose the outcome that the grounds are for."));
            }
        } else {
            Outcome outcome = answer.outcome().get();
            heldStatus(answer, outcome, catalogue).ifPresent(errors::add);
            grounds(answer, outcome).ifPresent(errors::add);
            words(answer, outcome).ifPresent(errors::add);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answer.grounds().size(); i++) {
            Ground ground = answer.grounds().get(i);
            String field = "grounds[" + i + "]";
            if (!seen.add(ground.code())) {
                errors.add(
                        new FieldError(
                                field + ".code",
                                ground.code() + " is given twice: once is enough."));
            }
            ground(ground, field, answer.outcome(), catalogue, errors);
        }
        return errors;
    }

    // I5: no outcome without a held status, and one that fits it.
    private static Optional<FieldError> heldStatus(
            Answer answer, Outcome outcome, ExemptionCatalogue catalogue) {
        if (answer.heldStatus().isEmpty()) {
            return error("heldStatus", "Say whether the information is held: an outcome needs it.");
        }
        HeldStatus held = answer.heldStatus().get();
        boolean fits =
                switch (outcome) {
                    case GRANTED, PART -> held == HeldStatus.HELD || held == HeldStatus.PART_HELD;
                    case NOT_HELD -> held == HeldStatus.NOT_HELD;
                    case NCND -> held == HeldStatus.NOT_CONFIRMED;
                    case REFUSED ->
                            held == HeldStatus.HELD
                                    || held == HeldStatus.PART_HELD
                                    || (held == HeldStatus.NOT_CONFIRMED
                                            && onlyProcedural(answer, catalogue));
                };
        if (fits) {
            return Optional.empty();
        }
        return error(
                "heldStatus",
                "“"
                        + held.label()
                        + "” does not go with “"
                        + outcome.label()
                        + "”: change one of them.");
    }

    // I3
    private static Optional<FieldError> grounds(Answer answer, Outcome outcome) {
        if (outcome.needsGround() && answer.grounds().isEmpty()) {
            return error(
                    "grounds",
                    "“" + outcome.label() + "” needs at least one ground: add the exemption.");
        }
        if (!outcome.needsGround() && !answer.grounds().isEmpty()) {
            return error(
                    "grounds",
                    "“" + outcome.label() + "” has no ground: remove it or change the outcome.");
        }
        return Optional.empty();
    }

    // R18: even "not held" is an answer in words. A refusal may consist of the reasons of its
    // grounds.
    private static Optional<FieldError> words(Answer answer, Outcome outcome) {
        boolean reasonsAreEnough = outcome == Outcome.REFUSED || outcome == Outcome.NCND;
        if (answer.narrative().isBlank() && !reasonsAreEnough) {
            return error(
                    "narrative", "Write the answer: a decision needs the words that go with it.");
        }
        return Optional.empty();
    }

    private static void ground(
            Ground ground,
            String field,
            Optional<Outcome> outcome,
            ExemptionCatalogue catalogue,
            List<FieldError> errors) {
        Optional<ExemptionEntry> found = catalogue.find(ground.code());
        if (found.isEmpty()) {
            errors.add(
                    new FieldError(
                            field + ".code",
                            "There is no such ground in "
                                    + catalogue.version()
                                    + ": choose one of its list."));
            return;
        }
        if (ground.reason().isBlank()) {
            errors.add(
                    new FieldError(
                            field + ".reason",
                            "Say why " + ground.code() + " applies (s.17(1)(c))."));
        }
        boolean qualified = found.get().test() == ExemptionEntry.Test.QUALIFIED;
        boolean complete = ground.test().filter(DecisionRules::complete).isPresent();
        if (qualified && !complete) { // I1
            errors.add(
                    new FieldError(
                            field + ".test",
                            ground.code()
                                    + " is qualified: give the public interest for and against"
                                    + " disclosure, and the balance."));
        }
        if (!qualified && ground.test().isPresent()) { // I1
            errors.add(
                    new FieldError(
                            field + ".test",
                            ground.code()
                                    + " has no public-interest test: put the reasoning into the reason."));
        }
        boolean costLimit = ground.code().startsWith("s.12(");
        boolean excluded = outcome.filter(o -> o == Outcome.PART || o == Outcome.NCND).isPresent();
        if (costLimit && excluded) { // I3, R16
            errors.add(
                    new FieldError(
                            field + ".code",
                            "The cost limit (s.12) cannot be the ground of “"
                                    + outcome.get().label()
                                    + "”: it refuses the whole question."));
        }
    }

    private static boolean complete(PublicInterestTest test) {
        return !test.inFavour().isBlank() && !test.against().isBlank() && !test.balance().isBlank();
    }

    private static boolean onlyProcedural(Answer answer, ExemptionCatalogue catalogue) {
        return !answer.grounds().isEmpty()
                && answer.grounds().stream()
                        .allMatch(
                                g ->
                                        catalogue
                                                .find(g.code())
                                                .filter(
                                                        e ->
                                                                e.test()
                                                                        == ExemptionEntry.Test
                                                                                .PROCEDURAL)
                                                .isPresent());
    }

    private static Optional<FieldError> error(String field, String message) {
        return Optional.of(new FieldError(field, message));
    }
}
