package org.answerable.foi;

/** The kinds of letter that an authority writes to a requester. */
public enum LetterKind {
    ACKNOWLEDGEMENT("Acknowledgement"),
    CLARIFICATION("Request for clarification"),
    FEES_NOTICE("Fees notice"),
    EXTENSION("Notice of more time"),
    TRANSFER("Transfer to another authority"),
    DECISION("Answer"),
    REFUSAL("Refusal notice"),
    REVIEW_OUTCOME("Outcome of the internal review");

    private final String label;

    LetterKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True for the letters that carry the decision on the questions (s.1 and s.17 FOIA). */
    public boolean carriesDecisions() {
        return this == DECISION || this == REFUSAL || this == REVIEW_OUTCOME;
    }
}
