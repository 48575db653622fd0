package org.answerable.foi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the officer adds to a letter and the case does not say by itself.
 *
 * @param words the officer's own paragraphs: what is unclear, the reasons, the advice; may be empty
 * @param date the estimated date of the decision (s.17(2)), or the last day of payment
 * @param body the authority that receives a transferred request
 * @param amount the fee in pounds
 * @param questions numbers of the questions that the letter is about; empty: all
 * @param exemptions codes of the exemptions that an extension is for (R7)
 */
public record LetterDetails(
        String words,
        Optional<LocalDate> date,
        Optional<String> body,
        Optional<BigDecimal> amount,
        List<Integer> questions,
        List<String> exemptions) {

    public LetterDetails {
        words = words == null ? "" : words;
        questions = List.copyOf(questions);
        exemptions = List.copyOf(exemptions);
    }

    /** Nothing to add. */
    public static LetterDetails none() {
        return ofWords("");
    }

    /** About some of the questions. */
    public static LetterDetails about(List<Integer> questions) {
        return new LetterDetails(
                "", Optional.empty(), Optional.empty(), Optional.empty(), questions, List.of());
    }

    /** The officer's own paragraphs and nothing else. */
    public static LetterDetails ofWords(String words) {
        return new LetterDetails(
                words, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
