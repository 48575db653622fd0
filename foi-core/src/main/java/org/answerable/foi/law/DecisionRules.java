package org.answerable.foi.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseReference;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.FieldError;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;

/** What a decision on a question must contain: rules I1, I3, I4, I5, R14 and R16. */
public final class DecisionRules {

    private static final String GATEWAY = "s.39";
    private static final String NOT_HELD = "r12(4)(a)";
    private static final int LONGEST_PLACE = 500;
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");

    private DecisionRules() {}

    /**
     * Every fault of the decision; empty when it stands, or when nothing is decided yet.
     *
     * @param regime {@code FOIA} or {@code EIR}: the one under which the question is handled
     */
    public static List<FieldError> check(
            Answer answer, String regime, ExemptionCatalogue catalogue) {
        List<FieldError> errors = new ArrayList<>();
        if (answer.outcome().isEmpty()) {
            if (!answer.grounds().isEmpty()) {
                errors.add(
                        new FieldError("outcome", "Choose the outcome that the grounds are for."));
            }
        } else {
            Outcome outcome = answer.outcome().get();
            heldStatus(answer, outcome, catalogue).ifPresent(errors::add);
            grounds(answer, outcome, regime).ifPresent(errors::add);
            words(answer, outcome).ifPresent(errors::add);
            advice(answer).ifPresent(errors::add);
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
            ground(ground, field, answer.outcome(), regime, catalogue, errors);
            place(ground, field).ifPresent(errors::add);
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

    // I3. Under EIR, even "not held" is an exception, reg 12(4)(a), and that one alone.
    private static Optional<FieldError> grounds(Answer answer, Outcome outcome, String regime) {
        boolean environmental = regime.equals(Regime.EIR.id());
        boolean notHeld =
                answer.grounds().size() == 1 && answer.grounds().get(0).code().equals(NOT_HELD);
        if (environmental && outcome == Outcome.NOT_HELD) {
            return notHeld
                    ? Optional.empty()
                    : error(
                            "grounds",
                            "Under EIR “not held” is the exception r12(4)(a): give it as the only"
                                    + " ground.");
        }
        if (environmental && answer.grounds().stream().anyMatch(g -> g.code().equals(NOT_HELD))) {
            return error(
                    "grounds", "r12(4)(a) says that nothing is held: choose “not held” with it.");
        }
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
            String regime,
            ExemptionCatalogue catalogue,
            List<FieldError> errors) {
        if (ground.code().equals(GATEWAY)) { // I4
            errors.add(
                    new FieldError(
                            field + ".code",
                            "s.39 means that the question is handled under EIR: change the law it"
                                    + " is handled under, and use the exceptions."));
            return;
        }
        Optional<ExemptionEntry> found = catalogue.find(regime, ground.code());
        if (found.isEmpty() && catalogue.find(ground.code()).isPresent()) { // I4
            errors.add(
                    new FieldError(
                            field + ".code",
                            ground.code()
                                    + " does not belong to "
                                    + regime
                                    + ", under which the question is handled: choose one of its"
                                    + " list."));
            return;
        }
        if (found.isEmpty()) {
            errors.add(
                    new FieldError(
                            field + ".code",
                            "There is no such ground in "
                                    + catalogue.version(regime)
                                    + ": choose one of its list."));
            return;
        }
        if (ground.reason().isBlank()) {
            errors.add(
                    new FieldError(
                            field + ".reason",
                            "Say why "
                                    + ground.code()
                                    + " applies ("
                                    + (regime.equals(Regime.EIR.id()) ? "reg 14(3)" : "s.17(1)(c)")
                                    + ")."));
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
        boolean costLimit = costLimit(ground);
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

    /** Whether the ground is the cost limit, which rests on an estimate (R12). */
    public static boolean costLimit(Ground ground) {
        return ground.code().startsWith("s.12(");
    }

    /** Whether the ground rests on the opinion of the qualified person (I2). */
    public static boolean needsOpinion(Ground ground) {
        return ground.code().startsWith("s.36") && !ground.statistical();
    }

    // R14: with a refusal for cost goes what could be done within the limit.
    private static Optional<FieldError> advice(Answer answer) {
        boolean forCost = answer.grounds().stream().anyMatch(DecisionRules::costLimit);
        return forCost && answer.advice().isBlank()
                ? error("advice", "Say what could be given within the cost limit (s.16).")
                : Optional.empty();
    }

    // I4: s.21 says where; s.14(2) names the earlier answer.
    private static Optional<FieldError> place(Ground ground, String field) {
        if (ground.code().equals("s.21")
                && (ground.refersTo().length() > LONGEST_PLACE
                        || !WEB_ADDRESS.matcher(ground.refersTo()).matches())) {
            return error(
                    field + ".refersTo",
                    "Say where the information is: give a web address that begins with https:// or"
                            + " http://.");
        }
        if (ground.code().equals("s.14(2)") && CaseReference.find(ground.refersTo()).isEmpty()) {
            return error(
                    field + ".refersTo",
                    "Give the reference of the earlier answer to the same requester, for example"
                            + " LCC-2024-0001.");
        }
        if (ground.statistical() && !ground.code().startsWith("s.36")) {
            return error(
                    field + ".statistical",
                    "Only s.36 asks whether the information is statistical.");
        }
        return Optional.empty();
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
