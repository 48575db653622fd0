package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What has been answered, or is being answered, already: published answers and open cases of all
 * partner authorities that are like a request, each with the reason why.
 */
public interface EarlierAnswers {

    /** The most characters of a text that are looked at. */
    int MOST_CHARACTERS = 20_000;

    /**
     * Published answers like the text for everybody; for officers the open cases of all partners, too,
     * of which only their own show a subject.
     *
     * @param text as somebody types it; the first line weighs as a subject
     */
    SimilarAnswers similarTo(String text, Optional<Actor> actor);

    /**
     * The same for a case, without the case itself.
     *
     * @throws NotFound when the actor's authority has no such case
     */
    SimilarAnswers similarTo(CaseReference reference, Actor officer);

    /**
     * What a refusal under s.21 would say, with its working link (I4).
     *
     * @param reference of a published answer
     * @throws NotFound when nothing of that reference is published
     */
    Proposal proposal(String reference);

    /**
     * Earlier cases of the same person in the same authority, the latest first (R13: s.14(2) concerns
     * the same requester only).
     *
     * @throws NotFound when the actor's authority has no such case
     */
    List<EarlierRequest> ofTheSameRequester(CaseReference reference, Actor officer);

    /**
     * @param ground {@code s.21}
     * @param link path of the published answer
     */
    record Proposal(String reference, String ground, String narrative, String link) {}

    /**
     * @param likeness of the words, from 0 to 1
     * @param repeated whether s.14(2) is worth a thought: answered before, and much the same
     */
    record EarlierRequest(
            CaseReference reference,
            String subject,
            LocalDate received,
            CaseState state,
            Optional<LocalDate> answered,
            double likeness,
            boolean repeated) {}
}
