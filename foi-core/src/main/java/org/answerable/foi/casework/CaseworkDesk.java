package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseDetails;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.CostEstimate;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.FiguresChanged;
import org.answerable.foi.NewRequest;
import org.answerable.foi.PublicText;
import org.answerable.foi.QualifiedOpinion;
import org.answerable.foi.QuestionText;
import org.answerable.foi.intake.QuestionSplitter;
import org.answerable.foi.intake.ReceivedText;

/**
 * The one door to the use cases: each command is one transaction and is handed to the class that
 * does it.
 */
@ApplicationScoped
@Transactional
public class CaseworkDesk implements Casework {

    private final RegisterRequest registerRequest;
    private final CorrectDetails correctDetails;
    private final CorrectQuestions correctQuestions;
    private final AnswerQuestion answerQuestion;
    private final CiteFigure citeFigure;
    private final RecordOpinion recordOpinion;
    private final EstimateCost estimateCost;
    private final ChangeRegime changeRegime;
    private final SubmitForApproval submitForApproval;
    private final DecideReview decideReview;
    private final DecideApproval decideApproval;
    private final DispatchAnswer dispatchAnswer;
    private final PublishCase publishCase;

    /** For the container's proxy. */
    protected CaseworkDesk() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public CaseworkDesk(
            RegisterRequest registerRequest,
            CorrectDetails correctDetails,
            CorrectQuestions correctQuestions,
            AnswerQuestion answerQuestion,
            CiteFigure citeFigure,
            RecordOpinion recordOpinion,
            EstimateCost estimateCost,
            ChangeRegime changeRegime,
            SubmitForApproval submitForApproval,
            DecideReview decideReview,
            DecideApproval decideApproval,
            DispatchAnswer dispatchAnswer,
            PublishCase publishCase) {
        this.registerRequest = registerRequest;
        this.correctDetails = correctDetails;
        this.correctQuestions = correctQuestions;
        this.answerQuestion = answerQuestion;
        this.citeFigure = citeFigure;
        this.recordOpinion = recordOpinion;
        this.estimateCost = estimateCost;
        this.changeRegime = changeRegime;
        this.submitForApproval = submitForApproval;
        this.decideReview = decideReview;
        this.decideApproval = decideApproval;
        this.dispatchAnswer = dispatchAnswer;
        this.publishCase = publishCase;
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> splitQuestions(String text) {
        return QuestionSplitter.split(ReceivedText.block(text));
    }

    @Override
    public CaseReference register(NewRequest request, Actor actor) {
        return registerRequest.register(request, actor);
    }

    @Override
    public void correctDetails(
            CaseReference reference, int version, CaseDetails details, Actor actor) {
        correctDetails.correct(reference, version, details, actor);
    }

    @Override
    public void correctQuestions(
            CaseReference reference, int version, List<QuestionText> questions, Actor actor) {
        correctQuestions.correct(reference, version, questions, actor);
    }

    @Override
    public void answerQuestion(
            CaseReference reference, int number, int version, Answer answer, Actor actor) {
        answerQuestion.answer(reference, number, version, answer, actor);
    }

    @Override
    public void citeFigure(CaseReference reference, int number, String figureId, Actor actor) {
        citeFigure.cite(reference, number, figureId, actor);
    }

    @Override
    public void removeCitation(CaseReference reference, int number, String figureId, Actor actor) {
        citeFigure.remove(reference, number, figureId, actor);
    }

    @Override
    public void recordOpinion(
            CaseReference reference, int number, QualifiedOpinion opinion, Actor actor) {
        recordOpinion.record(reference, number, opinion, actor);
    }

    @Override
    public void estimateCost(CaseReference reference, CostEstimate estimate, Actor actor) {
        estimateCost.estimate(reference, estimate, actor);
    }

    @Override
    public void changeRegime(
            CaseReference reference, int number, String regime, String reason, Actor actor) {
        changeRegime.change(reference, number, regime, reason, actor);
    }

    @Override
    public void decideReview(CaseReference reference, int version, Actor actor) {
        decideReview.decide(reference, version, actor);
    }

    @Override
    public void submitForApproval(CaseReference reference, Actor actor) {
        submitForApproval.submit(reference, actor);
    }

    @Override
    public void approve(CaseReference reference, int version, Actor actor) {
        decideApproval.approve(reference, version, actor);
    }

    @Override
    public void returnToDrafting(CaseReference reference, String reason, Actor actor) {
        decideApproval.returnToDrafting(reference, reason, actor);
    }

    // That a figure changed takes the case back to work: this much of the transaction stands.
    @Override
    @Transactional(dontRollbackOn = FiguresChanged.class)
    public void dispatch(CaseReference reference, DispatchDetails details, Actor actor) {
        dispatchAnswer.dispatch(reference, details, actor);
    }

    @Override
    public void publish(CaseReference reference, PublicText text, Actor actor) {
        publishCase.publish(reference, text, actor);
    }

    @Override
    public void withdrawPublication(CaseReference reference, String reason, Actor actor) {
        publishCase.withdraw(reference, reason, actor);
    }
}
