package org.answerable.foi;

import java.util.List;

/** Decision letters, for officers and approvers of the authority that owns the case. */
public interface Letters {

    /**
     * The letter as it would be sent today. Every question must be decided, else {@link Conflict}.
     */
    Letter preview(CaseReference reference, Actor actor);

    /** The letters exactly as sent, oldest first. */
    List<Letter> sent(CaseReference reference, Actor actor);
}
