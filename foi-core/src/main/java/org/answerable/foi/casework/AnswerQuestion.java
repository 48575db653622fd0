package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Casework;
import org.answerable.foi.Conflict;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.Ground;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LinkType;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.Requester;
import org.answerable.foi.Role;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;
import org.answerable.foi.law.DecisionRules;

/** Somebody drafts or decides the answer to one question (I1, I3, I5). */
@Dependent
public class AnswerQuestion {

    private static final int MOST_REASON = 5_000;

    private static final String OWN_DATA = "s.40(1)";

    private final Cases cases;
    private final CaseFile file;
    private final OpenStage stages;
    private final ExemptionCatalogue catalogue;

    @Inject
    public AnswerQuestion(
            Cases cases, CaseFile file, OpenStage stages, ExemptionCatalogue catalogue) {
        this.cases = cases;
        this.file = file;
        this.stages = stages;
        this.catalogue = catalogue;
    }

    void answer(CaseReference reference, int number, int version, Answer raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.ANSWER, actor);
        Question question = foiCase.question(number);
        requireOwnPart(foiCase, question, raw, actor);
        Answer answer = cleaned(raw);
        check(answer, question);
        requireEarlierAnswers(answer, foiCase);
        question.requireRevision(version);
        Instant now = file.now();
        List<DecidedGround> grounds = new ArrayList<>();
        for (Ground ground : answer.grounds()) {
            grounds.add(
                    new DecidedGround(
                            question,
                            ground,
                            catalogue.find(question.regime(), ground.code()).orElseThrow(),
                            catalogue.version(question.regime()),
                            grounds.size() + 1,
                            actor,
                            now));
        }
        question.answer(answer, grounds, actor, now);
        foiCase.drafted(CaseState.DRAFTING, actor, now);
        file.record(foiCase, actor, HistoryKind.ANSWER_DRAFTED, summary(number, answer));
        if (answer.grounds().stream().anyMatch(g -> g.code().equals(OWN_DATA))) {
            referToSubjectAccess(foiCase, question, actor);
        }
    }

    // A contributor supplies material for what is allotted to them; the decision is the officer's.
    private void requireOwnPart(FoiCase foiCase, Question question, Answer raw, Actor actor) {
        if (question.sentOn().isPresent()) {
            throw new Conflict(
                    "Question " + question.number() + " is answered: it stays as it was sent.");
        }
        if (foiCase.kind() == CaseKind.INTERNAL_REVIEW) {
            cases.linkedFrom(foiCase, LinkType.INTERNAL_REVIEW_OF)
                    .ifPresent(original -> DecideReview.requireOutsider(original, actor));
            return;
        }
        if (actor.has(Role.OFFICER)) {
            return;
        }
        if (!question.allottedTo(actor)) {
            throw new NotAllowed("This question is not allocated to you.");
        }
        if (question.outcome().isPresent()) {
            throw new Conflict(
                    "The FOI officer has decided question "
                            + question.number()
                            + " already: tell them what should change.");
        }
        if (raw.outcome().isPresent() || !raw.grounds().isEmpty()) {
            throw new NotAllowed(
                    "A contributor supplies the material; the decision is the FOI officer's: leave"
                            + " the outcome and the grounds empty.");
        }
    }

    // s.14(2) rests on an earlier answer to the same requester, of the same authority.
    private void requireEarlierAnswers(Answer answer, FoiCase foiCase) {
        for (int i = 0; i < answer.grounds().size(); i++) {
            Ground ground = answer.grounds().get(i);
            if (!ground.code().equals("s.14(2)")) {
                continue;
            }
            boolean stands =
                    CaseReference.find(ground.refersTo())
                            .flatMap(r -> cases.find(r, foiCase.authority()))
                            .filter(c -> c.id() != foiCase.id() && c.state().answered())
                            .filter(c -> sameRequester(c.requester(), foiCase.requester()))
                            .isPresent();
            if (!stands) {
                throw new InvalidInput(
                        "grounds[" + i + "].refersTo",
                        "s.14(2) needs an answered request of the same requester: check the"
                                + " reference, or use s.21 for an answer to somebody else.");
            }
        }
    }

    private static boolean sameRequester(Requester a, Requester b) {
        return (!a.email().isEmpty() && a.email().equalsIgnoreCase(b.email()))
                || (a.name().equalsIgnoreCase(b.name())
                        && a.postalAddress().equalsIgnoreCase(b.postalAddress()));
    }

    // I4: the requester's own personal data are given by way of a subject access request.
    private void referToSubjectAccess(FoiCase foiCase, Question question, Actor actor) {
        boolean referred =
                cases.links(foiCase).stream().anyMatch(l -> l.type() == LinkType.SUBJECT_ACCESS_OF);
        if (!referred) {
            stages.open(
                    foiCase,
                    new OpenStage.Start(
                            CaseKind.SUBJECT_ACCESS,
                            LinkType.SUBJECT_ACCESS_OF,
                            foiCase.received(),
                            foiCase.channel(),
                            question.text(),
                            List.of(question.text()),
                            false),
                    actor);
        }
    }

    private void check(Answer answer, Question question) {
        Faults faults = new Faults();
        faults.limit("advice", "The advice", answer.advice(), MOST_REASON);
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
        faults.addAll(DecisionRules.check(answer, question.regime(), catalogue));
        faults.end();
    }

    private static Answer cleaned(Answer raw) {
        return new Answer(
                ReceivedText.block(raw.narrative()),
                raw.heldStatus(),
                raw.outcome(),
                raw.grounds().stream().map(AnswerQuestion::cleaned).toList(),
                ReceivedText.block(raw.advice()));
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
                                                ReceivedText.block(t.balance()))),
                ReceivedText.line(raw.refersTo()),
                raw.statistical());
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
