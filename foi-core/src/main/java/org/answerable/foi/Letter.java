package org.answerable.foi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The decision letter as data, for the print page. It states what s.17 FOIA asks for (R15).
 *
 * @param addressee name and address as lines
 * @param date the day of sending, or the day of the preview
 * @param complaints paragraphs on the complaints procedure (s.17(7)(a))
 * @param regulator paragraph on the right to apply to the ICO (s.17(7)(b), s.50)
 */
public record Letter(
        String authority,
        List<String> addressee,
        String reference,
        String subject,
        LocalDate received,
        LocalDate date,
        List<LetterQuestion> questions,
        List<String> complaints,
        String regulator) {

    /**
     * One question with its decision.
     *
     * @param decision the outcome in words
     */
    public record LetterQuestion(
            int number,
            String text,
            String decision,
            String answer,
            List<LetterGround> grounds,
            List<Evidence> figures) {}

    /** A ground: section and subsection, why it applies, and the public-interest reasons. */
    public record LetterGround(
            String code,
            String subject,
            String reason,
            Optional<PublicInterestTest> publicInterestTest) {}
}
