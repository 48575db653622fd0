package org.answerable.foi;

import java.util.Set;

/** Where a case is, and where it may go next. Every transition of a case is one of these. */
public enum CaseState {
    RECEIVED("Received", "FOI officer"),
    DRAFTING("Drafting", "FOI officer"),
    AWAITING_APPROVAL("Awaiting approval", "Approver"),
    APPROVED("Approved", "FOI officer"),
    DISPATCHED("Answered", "Nobody"),
    PUBLISHED("Published", "Nobody");

    private final String label;
    private final String withWhom;

    CaseState(String label, String withWhom) {
        this.label = label;
        this.withWhom = withWhom;
    }

    public String label() {
        return label;
    }

    /** Whose turn it is. */
    public String withWhom() {
        return withWhom;
    }

    /** The states that a case in this state may go to. */
    public Set<CaseState> next() {
        return switch (this) {
            case RECEIVED -> Set.of(DRAFTING);
            case DRAFTING -> Set.of(AWAITING_APPROVAL);
            case AWAITING_APPROVAL -> Set.of(APPROVED, DRAFTING);
            case APPROVED -> Set.of(DISPATCHED, DRAFTING);
            case DISPATCHED -> Set.of(PUBLISHED);
            case PUBLISHED -> Set.of(DISPATCHED); // the publication is withdrawn
        };
    }

    /** True until the answer is sent: the clock is still running. */
    public boolean open() {
        return this != DISPATCHED && this != PUBLISHED;
    }

    /** True while questions and answers may be edited. */
    public boolean editable() {
        return this == RECEIVED || this == DRAFTING;
    }
}
