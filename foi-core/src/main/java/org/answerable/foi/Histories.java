package org.answerable.foi;

/** Checking the append-only histories; for auditors, administrators and FOI officers. */
public interface Histories {

    /** Every case of the actor's authority. */
    HistoryCheck verify(Actor actor);

    /**
     * One case.
     *
     * @throws NotFound when there is no such case in the actor's authority
     */
    HistoryCheck verify(CaseReference reference, Actor actor);
}
