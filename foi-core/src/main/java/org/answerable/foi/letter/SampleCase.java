package org.answerable.foi.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.letter.LetterFacts.AskedQuestion;
import org.answerable.foi.letter.LetterFacts.CitedGround;

/** An invented case, to show a template without anybody's personal data. */
public final class SampleCase {

    private static final int ESTIMATE_DAYS = 28;

    private SampleCase() {}

    /** The facts for a letter of this kind. */
    public static LetterFacts facts(LetterKind kind, String authority, LocalDate date) {
        AskedQuestion given =
                new AskedQuestion(
                        1,
                        "How many health visitors do you employ?",
                        false,
                        kind == LetterKind.REFUSAL ? "Refused" : "Information given",
                        kind == LetterKind.REFUSAL
                                ? "To find this we would read every personnel file."
                                : "On 31 March 2024 we employed 212 health visitors.",
                        "",
                        kind == LetterKind.REFUSAL
                                ? List.of(
                                        new CitedGround(
                                                "s.12(1)",
                                                "Cost of compliance exceeds the appropriate limit",
                                                "We estimate 31 hours, which at £25 an hour is £775."
                                                        + " The limit is £450.",
                                                Optional.empty()))
                                : List.of(),
                        List.of());
        AskedQuestion withheld =
                new AskedQuestion(
                        2,
                        "What did each bidder offer for the contract?",
                        false,
                        "Refused",
                        "We hold the bids of three companies.",
                        "",
                        List.of(
                                new CitedGround(
                                        "s.43(2)",
                                        "Commercial interests",
                                        "The contract is being tendered again.",
                                        Optional.of(
                                                new PublicInterestTest(
                                                        "The public may judge how money is spent.",
                                                        "The next tender would draw dearer bids.",
                                                        "The harm to the running tender weighs more"
                                                                + " until the award.")))),
                        List.of());
        return new LetterFacts(
                authority,
                List.of("Sam Sample", "1 Example Street", "Anytown"),
                "Sam Sample",
                "ABC-" + date.getYear() + "-0001",
                "Health visitors and their contract",
                date.minusDays(ESTIMATE_DAYS),
                date,
                Optional.of(date),
                "The officer who sends it",
                List.of(given, withheld),
                details(date));
    }

    /** What an officer might add to a letter. */
    public static LetterDetails details(LocalDate date) {
        return new LetterDetails(
                "Here stand the officer's own paragraphs for this letter.",
                Optional.of(date.plusDays(ESTIMATE_DAYS)),
                Optional.of("Another Authority"),
                Optional.of(new BigDecimal("25.00")),
                List.of(),
                List.of("s.43(2)"));
    }
}
