package org.answerable.foi;

/**
 * What became of a request, in the classes of the Cabinet Office's statistics (R25): every counted
 * request is in exactly one.
 */
public enum OutcomeClass {
    GRANTED("Granted in full", true),
    PART("Partly withheld under an exemption", true),
    WITHHELD("Fully withheld under an exemption", true),
    COST_LIMIT("Refused: cost limit (s.12)", true),
    VEXATIOUS("Refused: vexatious (s.14(1))", true),
    REPEATED("Refused: repeated (s.14(2))", true),
    ALREADY_ACCESSIBLE("Refused: already accessible only (s.21)", true),
    NOT_HELD("Information not held", false),
    CLARIFICATION("Advice given, clarification never came (s.1(3))", false),
    ENDED("Lapsed, withdrawn or transferred", false),
    OPEN("Not yet processed", true);

    private final String label;
    private final boolean resolvable;

    OutcomeClass(String label, boolean resolvable) {
        this.label = label;
        this.resolvable = resolvable;
    }

    public String label() {
        return label;
    }

    /** True when a substantive decision was possible (R25). */
    public boolean resolvable() {
        return resolvable;
    }

    /** True of refusals for a procedural reason, which is no exemption (R25). */
    public boolean procedural() {
        return this == COST_LIMIT || this == VEXATIOUS || this == REPEATED;
    }

    /** True when an exemption or exception was the reason to withhold (R26(c)). */
    public boolean withheldByExemption() {
        return this == PART || this == WITHHELD;
    }
}
