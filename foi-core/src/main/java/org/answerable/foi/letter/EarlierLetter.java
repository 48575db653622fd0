package org.answerable.foi.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.LetterKind;
import org.answerable.foi.letter.LetterFacts.AskedQuestion;

/**
 * An answer that was kept as data, before letters were kept as they look.
 *
 * @param complaints paragraphs on the complaints procedure (s.17(7)(a))
 * @param regulator paragraph on the right to apply to the ICO (s.17(7)(b), s.50)
 */
public record EarlierLetter(
        String authority,
        List<String> addressee,
        String reference,
        String subject,
        LocalDate received,
        LocalDate date,
        List<AskedQuestion> questions,
        List<String> complaints,
        String regulator) {

    /** The letter as it looked. */
    public FinishedLetter finished() {
        String title = "Your request for information: " + subject;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, title));
        blocks.add(
                new Block.Paragraph(
                        "You asked us for information on "
                                + PlainDates.of(received)
                                + ". We have dealt with your request under the Freedom of Information"
                                + " Act 2000. Here are your questions and our answers."));
        blocks.addAll(DecisionBlocks.decided(questions, 2));
        blocks.add(new Block.Heading(2, "If you are not content with this answer"));
        complaints.forEach(p -> blocks.add(new Block.Paragraph(p)));
        blocks.add(new Block.Paragraph(regulator));
        Composition letter = new Composition(authority, addressee, reference, date, title, blocks);
        return new FinishedLetter(LetterKind.DECISION, title, Xhtml.body(letter));
    }
}
