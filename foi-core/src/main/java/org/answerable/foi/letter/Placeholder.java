package org.answerable.foi.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template may ask for, written as {@code {{name}}}. */
public enum Placeholder {
    AUTHORITY(false, "name of the authority that writes"),
    REQUESTER(false, "name of the person who asked"),
    REFERENCE(false, "reference of the case"),
    SUBJECT(false, "subject of the case"),
    RECEIVED(false, "day on which the request arrived"),
    DATE(false, "date of the letter"),
    DUE(false, "day by which the answer is due"),
    LAW(false, "the Act or the Regulations under which the questions are dealt with"),
    FEE(false, "the fee, with the pound sign"),
    PAY_BY(false, "last day of payment"),
    BODY(false, "the authority to which the request goes"),
    OFFICER(false, "name of the officer who sends the letter"),
    QUESTIONS(
            true,
            "the questions; in an answer with the decision, the figures, and each ground with its"
                    + " section, why it applies and the public-interest reasons"),
    WORDS(true, "the officer's own paragraphs for this letter"),
    ADVICE(true, "advice and assistance (section 16)"),
    EXTENSION(true, "for which exemption more time is needed, and until when (section 17(2))"),
    COMPLAINTS(true, "how to ask for an internal review (section 17(7)(a))"),
    REGULATOR(true, "the right to apply to the Information Commissioner (section 17(7)(b))");

    private final boolean block;
    private final String meaning;

    Placeholder(boolean block, String meaning) {
        this.block = block;
        this.meaning = meaning;
    }

    /** Whether it stands for whole paragraphs, and so needs a line of its own. */
    public boolean block() {
        return block;
    }

    /** What it stands for, for the person who edits a template. */
    public String meaning() {
        return meaning;
    }

    /** How it is written. */
    public String written() {
        return "{{" + word() + "}}";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Placeholder> find(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
