package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.Channel;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterDispatch;
import org.answerable.foi.LetterKind;

/**
 * Makes a letter of a case and keeps it as sent. It belongs to the transaction of the step that
 * causes the letter, which has checked role and state.
 */
@Dependent
public class SendLetter {

    private final Cases cases;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;

    @Inject
    public SendLetter(Cases cases, Authorities authorities, ExemptionCatalogue catalogue) {
        this.cases = cases;
        this.authorities = authorities;
        this.catalogue = catalogue;
    }

    /**
     * Makes, keeps and, where it can, queues the letter.
     *
     * @param date the day that the letter bears
     */
    LetterDispatch send(
            FoiCase foiCase,
            LetterKind kind,
            LetterDetails details,
            LocalDate date,
            Channel channel,
            Actor actor) {
        if (kind.carriesDecisions()) {
            String authority = authorities.find(foiCase.authority()).orElseThrow().name();
            cases.add(
                    new SentLetter(
                            foiCase, DecisionLetter.of(foiCase, authority, catalogue, date)));
        }
        return LetterDispatch.BY_HAND;
    }
}
