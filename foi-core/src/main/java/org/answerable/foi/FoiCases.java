package org.answerable.foi;

/**
 * Reading cases, for officers, contributors and approvers of the authority that owns them. A case
 * of another authority is {@link NotFound}, so that nobody learns that it exists.
 */
public interface FoiCases {

    /**
     * One page of the cases of the actor's authority.
     *
     * @throws NotAllowed without one of the three roles
     */
    CasePage find(CaseFilter filter, Actor actor);

    /**
     * @throws NotFound when there is no such case in the actor's authority
     * @throws NotAllowed without one of the three roles
     */
    CaseView get(CaseReference reference, Actor actor);
}
