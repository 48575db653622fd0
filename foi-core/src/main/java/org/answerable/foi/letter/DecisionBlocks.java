package org.answerable.foi.letter;

import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.PublicInterestTest;
import org.answerable.foi.letter.LetterFacts.AskedQuestion;
import org.answerable.foi.letter.LetterFacts.CitedGround;

/** The questions of a letter as blocks: with decision, figures and grounds, or as they were asked. */
final class DecisionBlocks {

    private DecisionBlocks() {}

    static List<Block> asked(List<AskedQuestion> questions) {
        List<Block> blocks = new ArrayList<>();
        for (AskedQuestion q : questions) {
            blocks.add(new Block.Labelled("Question " + q.number(), ""));
            blocks.add(new Block.Words(q.text()));
        }
        return blocks;
    }

    /**
     * What s.17 FOIA and r14 EIR ask for (R15).
     *
     * @param level of the heading of each question
     */
    static List<Block> decided(List<AskedQuestion> questions, int level) {
        List<Block> blocks = new ArrayList<>();
        for (AskedQuestion q : questions) {
            blocks.add(new Block.Heading(level, "Question " + q.number()));
            blocks.add(new Block.Words(q.text()));
            if (!q.decision().isEmpty()) {
                blocks.add(new Block.Labelled("Our decision:", q.decision()));
            }
            if (!q.answer().isBlank()) {
                blocks.add(new Block.Words(q.answer()));
            }
            q.figures().forEach(figure -> blocks.add(new Block.Figure(figure)));
            q.grounds().forEach(ground -> blocks.addAll(ground(ground, q.environmental())));
            if (!q.advice().isBlank()) {
                blocks.add(new Block.Labelled("Our advice:", q.advice()));
            }
        }
        return blocks;
    }

    private static List<Block> ground(CitedGround g, boolean environmental) {
        List<Block> blocks = new ArrayList<>();
        String law = environmental ? " of the Regulations" : " of the Act";
        String subject = g.subject().isEmpty() ? "" : ": " + g.subject();
        blocks.add(new Block.Labelled(g.code() + law + subject + ".", g.reason()));
        if (g.publicInterestTest().isPresent()) {
            PublicInterestTest test = g.publicInterestTest().get();
            blocks.add(new Block.Labelled("In favour of giving the information:", test.inFavour()));
            blocks.add(new Block.Labelled("In favour of withholding it:", test.against()));
            blocks.add(new Block.Labelled("Where the balance lies:", test.balance()));
        }
        return blocks;
    }
}
