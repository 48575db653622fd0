package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/** Letters, for officers and approvers of the authority that owns the case. */
public interface Letters {

    /**
     * The answer as it would be sent today: a refusal notice when everything is refused. Every
     * question must be decided, else {@link Conflict}.
     */
    LetterText preview(CaseReference reference, Actor actor);

    /**
     * A letter of the given kind as it would be sent today.
     *
     * @throws InvalidInput when the details lack what the kind needs
     */
    LetterText preview(
            CaseReference reference, LetterKind kind, LetterDetails details, Actor actor);

    /**
     * What a template would make, filled from an invented case, or from a real one for those who
     * may read it. Administrators, officers, approvers.
     *
     * @throws InvalidInput when the template is refused, see {@link LetterTemplates#save}
     */
    LetterText tryTemplate(
            LetterKind kind, String template, Optional<CaseReference> reference, Actor actor);

    /** The letters as sent, oldest first. */
    List<LetterView> sent(CaseReference reference, Actor actor);

    /** One letter as sent. */
    LetterText read(CaseReference reference, long id, Actor actor);

    /** One letter as sent, as PDF/UA-1. */
    byte[] pdf(CaseReference reference, long id, Actor actor);

    /**
     * Says how a letter went that is uncertain or failed. Officers.
     *
     * @throws Conflict for a letter in any other state
     */
    void settle(CaseReference reference, long id, LetterSettlement how, Actor actor);
}
