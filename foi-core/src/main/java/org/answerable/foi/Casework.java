package org.answerable.foi;

import java.util.List;

/**
 * The commands on cases. Each checks role, authority and state itself, writes the history in the
 * same transaction, and throws {@link NotFound} for a case of another authority, {@link NotAllowed}
 * for a missing role or a drafter who approves, {@link Conflict} for a step that the state forbids
 * or a text that somebody else has changed since {@code version}, {@link InvalidInput} for bad
 * input.
 */
public interface Casework {

    /** Limit of the text of a request, in characters. */
    int MOST_CHARACTERS = 100_000;

    /** Limit of the questions of one request. */
    int MOST_QUESTIONS = 100;

    /** Limit of an answer's words, in characters. */
    int MOST_ANSWER_CHARACTERS = 50_000;

    /**
     * Splits a request into its questions, changing nothing: for the officer to look at and
     * correct.
     */
    List<String> splitQuestions(String text);

    /**
     * Registers a request and gives it a reference and a due date. Officers, for their own
     * authority. The same submission key again gives the same case.
     */
    CaseReference register(NewRequest request, Actor actor);

    /** Corrects subject, channel and requester. Officers. */
    void correctDetails(CaseReference reference, int version, CaseDetails details, Actor actor);

    /**
     * Replaces the list of questions, in the given order. Officers, until the case is submitted. A
     * question that has an answer cannot be dropped.
     */
    void correctQuestions(
            CaseReference reference, int version, List<QuestionText> questions, Actor actor);

    /**
     * Drafts or decides the answer to a question (rules I1, I3, I5). Officers and contributors.
     *
     * @param version the version of the question that the person saw
     */
    void answerQuestion(
            CaseReference reference, int number, int version, Answer answer, Actor actor);

    /** Takes a copy of a released figure as evidence for a question. Officers and contributors. */
    void citeFigure(CaseReference reference, int number, String figureId, Actor actor);

    /** Takes a figure out of an answer; its copy stays on record. Officers and contributors. */
    void removeCitation(CaseReference reference, int number, String figureId, Actor actor);

    /**
     * Records the opinion of the qualified person on a question (I2). A later opinion is added; the
     * earlier stay on record.
     */
    void recordOpinion(CaseReference reference, int number, QualifiedOpinion opinion, Actor actor);

    /** Records an estimate of the cost (R12). Officers. */
    void estimateCost(CaseReference reference, CostEstimate estimate, Actor actor);

    /**
     * Handles a question under another law from now on (I4). Officers.
     *
     * @param regime {@code FOIA} or {@code EIR}
     */
    void changeRegime(
            CaseReference reference, int number, String regime, String reason, Actor actor);

    /** Asks for approval; every question that is due must be decided. Officers. */
    void submitForApproval(CaseReference reference, Actor actor);

    /**
     * Approves the answers. Approvers who neither drafted nor submitted any of it.
     *
     * @param version the version of the case that the approver read
     */
    void approve(CaseReference reference, int version, Actor actor);

    /**
     * Decides an internal review. Reviewers who had no part in the decision under review (R23).
     *
     * @param version the version of the review that the reviewer read
     */
    void decideReview(CaseReference reference, int version, Actor actor);

    /** Sends the case back to drafting. Approvers; an approved case also by officers. */
    void returnToDrafting(CaseReference reference, String reason, Actor actor);

    /**
     * Sends the answer, or its part that is due, after computing every cited figure again.
     * Officers. A figure that differs stops it, with what changed: the case goes back to be
     * assessed.
     *
     * @throws FiguresChanged when a cited figure is no longer what the data say
     */
    void dispatch(CaseReference reference, DispatchDetails details, Actor actor);

    /** Writes the public copy into the disclosure log (R28). Publishers. */
    void publish(CaseReference reference, PublicText text, Actor actor);

    /** Replaces the public copy by a note that it was withdrawn and why. Publishers. */
    void withdrawPublication(CaseReference reference, String reason, Actor actor);
}
