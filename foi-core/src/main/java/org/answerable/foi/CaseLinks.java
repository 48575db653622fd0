package org.answerable.foi;

/** Cases that belong together, and the stages after an answer (R10, R23). */
public interface CaseLinks {

    /** Links a case with another; officers, by hand only as {@link LinkType#byHand()}. */
    void link(CaseReference from, CaseReference to, LinkType type, Actor actor);

    /** Takes away a link that was made by hand. */
    void unlink(CaseReference from, CaseReference to, LinkType type, Actor actor);

    /**
     * Opens the internal review of an answered request; under EIR a reconsideration (reg 11). Its
     * questions are those of the request, to be decided anew by somebody else.
     */
    CaseReference openReview(CaseReference of, ReviewRequest request, Actor actor);

    /** Opens a complaint to the Commissioner, or an appeal to the tribunal about one. */
    CaseReference openAppeal(CaseReference about, NewAppeal appeal, Actor actor);

    /** Records what the Commissioner or the tribunal decided. */
    void recordDecision(CaseReference appeal, AppealDecision decision, Actor actor);

    /** Records that the subject access part went to the team that answers such requests. */
    void handOver(CaseReference subjectAccess, String team, Actor actor);
}
