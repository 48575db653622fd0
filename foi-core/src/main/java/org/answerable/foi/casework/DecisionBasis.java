package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.answerable.foi.Conflict;
import org.answerable.foi.Ground;
import org.answerable.foi.law.DecisionRules;

/**
 * What some grounds rest on besides their reasons: s.36 on the opinion of the qualified person (I2),
 * s.12 on an estimate above the limit (R12). Looked at before approval and before sending.
 */
@Dependent
public class DecisionBasis {

    private final Cases cases;

    @Inject
    public DecisionBasis(Cases cases) {
        this.cases = cases;
    }

    /**
     * @param sent the day by which the opinion must have been formed
     * @throws Conflict naming what is missing, question by question
     */
    void require(FoiCase foiCase, LocalDate sent) {
        List<Question> going = foiCase.toSend();
        boolean opinionNeeded = going.stream().anyMatch(q -> grounds(q).anyMatch(needsOpinion()));
        boolean estimateNeeded = going.stream().anyMatch(q -> grounds(q).anyMatch(costLimit()));
        List<RecordedOpinion> opinions = opinionNeeded ? cases.opinions(foiCase) : List.of();
        List<RecordedEstimate> estimates = estimateNeeded ? cases.estimates(foiCase) : List.of();
        List<String> missing = new ArrayList<>();
        for (Question question : going) {
            boolean opinion =
                    opinions.stream()
                            .filter(o -> o.questionId() == question.id())
                            .anyMatch(o -> !o.opinion().dated().isAfter(sent));
            if (grounds(question).anyMatch(needsOpinion()) && !opinion) {
                missing.add(
                        "Question "
                                + question.number()
                                + " uses s.36: the opinion of the qualified person is missing, or"
                                + " was formed too late.");
            }
            grounds(question)
                    .filter(costLimit())
                    .filter(
                            g ->
                                    !EstimateCost.exceeded(
                                            estimates, question, g.code().equals("s.12(2)")))
                    .forEach(
                            g ->
                                    missing.add(
                                            "Question "
                                                    + question.number()
                                                    + " uses "
                                                    + g.code()
                                                    + ": an estimate above the cost limit is"
                                                    + " missing."));
        }
        if (!missing.isEmpty()) {
            throw new Conflict(String.join(" ", missing));
        }
    }

    private static Stream<Ground> grounds(Question question) {
        return question.grounds().stream().map(DecidedGround::ground);
    }

    private static Predicate<Ground> needsOpinion() {
        return DecisionRules::needsOpinion;
    }

    private static Predicate<Ground> costLimit() {
        return DecisionRules::costLimit;
    }
}
