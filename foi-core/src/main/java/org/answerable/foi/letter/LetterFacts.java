package org.answerable.foi.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Evidence;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.PublicInterestTest;

/**
 * Everything about a case that a letter may say.
 *
 * @param addressee name and address as lines
 * @param requester name of the person who asked
 * @param date the day that the letter bears
 * @param due absent while the clock waits
 * @param officer who sends the letter
 * @param questions those that the letter is about
 */
public record LetterFacts(
        String authority,
        List<String> addressee,
        String requester,
        String reference,
        String subject,
        LocalDate received,
        LocalDate date,
        Optional<LocalDate> due,
        String officer,
        List<AskedQuestion> questions,
        LetterDetails details) {

    public LetterFacts {
        addressee = List.copyOf(addressee);
        questions = List.copyOf(questions);
    }

    /**
     * A question, with its answer once it is decided.
     *
     * @param environmental dealt with under the Environmental Information Regulations
     * @param decision the outcome in words; empty before the decision
     * @param advice what would help the requester (s.16); may be empty
     */
    public record AskedQuestion(
            int number,
            String text,
            boolean environmental,
            String decision,
            String answer,
            String advice,
            List<CitedGround> grounds,
            List<Evidence> figures) {}

    /** A ground: section and subsection, why it applies, and the public-interest reasons. */
    public record CitedGround(
            String code,
            String subject,
            String reason,
            Optional<PublicInterestTest> publicInterestTest) {

        /** Refused for what it would cost (s.12), which asks for advice (s.16, R14). */
        boolean cost() {
            return code.startsWith("s.12") || code.startsWith("r12(4)(b)");
        }
    }

    boolean anyEnvironmental() {
        return questions.stream().anyMatch(AskedQuestion::environmental);
    }

    boolean anyUnderTheAct() {
        return questions.isEmpty() || questions.stream().anyMatch(q -> !q.environmental());
    }

    boolean refusedForCost() {
        return questions.stream().flatMap(q -> q.grounds().stream()).anyMatch(CitedGround::cost);
    }
}
