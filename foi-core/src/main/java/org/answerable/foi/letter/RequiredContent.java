package org.answerable.foi.letter;

import static org.answerable.foi.letter.Placeholder.ADVICE;
import static org.answerable.foi.letter.Placeholder.BODY;
import static org.answerable.foi.letter.Placeholder.COMPLAINTS;
import static org.answerable.foi.letter.Placeholder.DUE;
import static org.answerable.foi.letter.Placeholder.EXTENSION;
import static org.answerable.foi.letter.Placeholder.FEE;
import static org.answerable.foi.letter.Placeholder.PAY_BY;
import static org.answerable.foi.letter.Placeholder.QUESTIONS;
import static org.answerable.foi.letter.Placeholder.REGULATOR;
import static org.answerable.foi.letter.Placeholder.WORDS;

import java.util.List;
import org.answerable.foi.LetterKind;

/**
 * What a template of a kind must keep (R15).
 *
 * @param law which law asks for it, and for what
 */
public record RequiredContent(Placeholder placeholder, String law) {

    private static final RequiredContent COMPLAINT =
            of(
                    COMPLAINTS,
                    "section 17(7)(a) asks for the complaints procedure (EIR: regulation 14(5))");
    private static final RequiredContent COMMISSIONER =
            of(
                    REGULATOR,
                    "section 17(7)(b) asks for the right to apply to the Commissioner (EIR: regulation"
                            + " 14(5))");

    static List<RequiredContent> of(LetterKind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT ->
                    List.of(
                            of(QUESTIONS, "the section 45 code asks to say what is being answered"),
                            of(DUE, "section 10(1) sets the day by which an answer is due"));
            case CLARIFICATION ->
                    List.of(
                            of(QUESTIONS, "section 1(3) asks to say which question is unclear"),
                            of(
                                    WORDS,
                                    "section 1(3) asks to say what is needed to find the information"),
                            of(
                                    ADVICE,
                                    "section 16 asks for advice and assistance (EIR: regulation 9)"));
            case FEES_NOTICE ->
                    List.of(
                            of(FEE, "section 9(1) asks to state the amount (EIR: regulation 8)"),
                            of(PAY_BY, "section 9(2) gives three months to pay"));
            case EXTENSION ->
                    List.of(
                            of(
                                    EXTENSION,
                                    "section 17(2) asks for the exemption and the estimated date (EIR:"
                                            + " regulations 7 and 14)"),
                            COMPLAINT,
                            COMMISSIONER);
            case TRANSFER ->
                    List.of(
                            of(
                                    BODY,
                                    "the section 45 code asks to name the authority that receives it"
                                            + " (EIR: regulation 10)"));
            case DECISION, REFUSAL ->
                    List.of(
                            of(
                                    QUESTIONS,
                                    "section 17(1) and (3) ask for the grounds, why they apply and the"
                                            + " public-interest reasons (EIR: regulation 14)"),
                            of(
                                    ADVICE,
                                    "section 16 asks for advice and assistance with a refusal for cost"
                                            + " (EIR: regulation 9)"),
                            COMPLAINT,
                            COMMISSIONER);
            case REVIEW_OUTCOME ->
                    List.of(
                            of(QUESTIONS, "section 17 asks for the grounds that are upheld"),
                            of(WORDS, "the section 45 code asks for the reasons of the review"),
                            COMMISSIONER);
        };
    }

    private static RequiredContent of(Placeholder placeholder, String law) {
        return new RequiredContent(placeholder, law);
    }
}
