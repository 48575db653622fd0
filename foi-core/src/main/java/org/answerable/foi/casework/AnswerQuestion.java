package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.Ground;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;
import org.answerable.foi.law.DecisionRules;

/** Somebody drafts or decides the answer to one question (I1, I3, I5). */
@Dependent
public class AnswerQuestion {

    private static final int MOST_REASON = 5_000;

    private final CaseFile file;
    private final ExemptionCatalogue catalogue;

    @Inject
    public AnswerQuestion(CaseFile file, ExemptionCatalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    void answer(CaseReference reference, int number, int version, Answer raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.ANSWER, actor);
        Question question = foiCase.question(number);
        Answer answer = cleaned(raw);
        check(answer);
        question.requireRevision(version);
        Instant now = file.now();
        List<DecidedGround> grounds = new ArrayList<>();
        for (Ground ground : answer.grounds()) {
            grounds.add(
                    new DecidedGround(
                            question,
                            ground,
                            catalogue.find(ground.code()).orElseThrow(),
                            catalogue.version(),
                            grounds.size() + 1,
                            actor,
                            now));
        }
        question.answer(answer, grounds, actor, now);
        foiCase.drafted(actor, now);
        file.record(foiCase, actor, HistoryKind.ANSWER_DRAFTED, summary(number, answer));
    }

    private void check(Answer answer) {
        Faults faults = new Faults();
        faults.limit(
                "narrative", "The answer", answer.narrative(), Casework.MOST_ANSWER_CHARACTERS);
        for (int i = 0; i < answer.grounds().size(); i++) {
            Ground ground = answer.grounds().get(i);
            String field = "grounds[" + i + "]";
            faults.limit(field + ".reason", "The reason", ground.reason(), MOST_REASON);
            ground.test()
                    .ifPresent(
                            t -> {
                                String all = t.inFavour() + t.against() + t.balance();
                                faults.limit(
                                        field + ".test",
                                        "The public-interest test",
                                        all,
                                        MOST_REASON);
                            });
        }
        faults.addAll(DecisionRules.check(answer, catalogue));
        faults.end();
    }

    private static Answer cleaned(Answer raw) {
        return new Answer(
                ReceivedText.block(raw.narrative()),
                raw.heldStatus(),
                raw.outcome(),
                raw.grounds().stream().map(AnswerQuestion::cleaned).toList());
    }

    private static Ground cleaned(Ground raw) {
        return new Ground(
                ReceivedText.line(raw.code()),
                ReceivedText.block(raw.reason()),
                raw.test()
                        .map(
                                t ->
                                        new PublicInterestTest(
                                                ReceivedText.block(t.inFavour()),
                                                ReceivedText.block(t.against()),
                                                ReceivedText.block(t.balance()))));
    }

    private static String summary(int number, Answer answer) {
        if (answer.outcome().isEmpty()) {
            return "Drafted the answer to question " + number + "; not decided yet.";
        }
        Outcome outcome = answer.outcome().get();
        String grounds =
                answer.grounds().isEmpty()
                        ? ""
                        : " under "
                                + String.join(
                                        ", ", answer.grounds().stream().map(Ground::code).toList());
        return "Answered question " + number + ": " + outcome.label() + grounds + ".";
    }
}
