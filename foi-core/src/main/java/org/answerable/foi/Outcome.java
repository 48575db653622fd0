package org.answerable.foi;

/** The decision on one question. The question, not the case, is the unit of decision. */
public enum Outcome {
    GRANTED("Information given"),
    PART("Information given in part"),
    REFUSED("Refused"),
    NOT_HELD("Information not held"),
    NCND("Neither confirmed nor denied");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True when something is withheld, so that the decision needs a ground (I3). */
    public boolean needsGround() {
        return this == PART || this == REFUSED || this == NCND;
    }
}
