package org.answerable.foi;

/** The steps that move a case's clock or its stage; see {@link Casework} for what they throw. */
public interface CaseClock {

    /** Says whether the request is one (R1); when it is not, no clock runs and advice is given. */
    void checkValidity(CaseReference reference, Validity validity, Actor actor);

    /** Tells the requester that the request came, its reference and when it is due. */
    void acknowledge(CaseReference reference, Channel channel, Actor actor);

    /**
     * Records an event, counts the due dates anew and writes the letter that goes with it (R5, R6,
     * R7, R9, R19). The same event sent twice is recorded once.
     */
    void record(CaseReference reference, CaseEvent event, Actor actor);

    /** Moves a case on or back among gathering, computing, assessing and drafting. */
    void moveTo(CaseReference reference, CaseState stage, Actor actor);

    /**
     * Gives a question to a contributor, who then sees it and nothing else of the case.
     *
     * @param username empty: nobody any more
     */
    void allot(CaseReference reference, int question, String username, Actor actor);

    /** Says that an answer which the outbox could not deliver went out by hand. */
    void confirmSent(CaseReference reference, Actor actor);
}
