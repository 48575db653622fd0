package org.answerable.foi.similarity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Disclosure;

/** Where earlier answers and open cases are searched for. */
public interface EarlierTexts {

    /** Published answers by their shared rare words and like subjects, the most alike first. */
    List<Hit> published(String text, String subject, int most);

    /** Open requests of all authorities with a like subject or question. */
    List<OpenHit> open(String text, String subject, Optional<CaseReference> except, int most);

    Optional<CaseText> text(CaseReference reference, String authority);

    /** Other requests of whoever made this one, in the same authority. */
    List<Earlier> ofTheSameRequester(CaseReference reference, String authority, int most);

    /**
     * @param words those of the text that it shares, the rarest first, as the text has them
     * @param likeness of the subjects, from 0 to 1
     */
    record Hit(Disclosure disclosure, List<String> words, double likeness) {}

    /** @param likeness the greater of subject and question, from 0 to 1 */
    record OpenHit(
            CaseReference reference,
            String authority,
            String authorityName,
            String subject,
            CaseState state,
            double likeness) {}

    /** What a case asks for. */
    record CaseText(String subject, String text) {}

    record Earlier(
            CaseReference reference,
            String subject,
            LocalDate received,
            CaseState state,
            Optional<LocalDate> answered,
            double likeness) {}
}
