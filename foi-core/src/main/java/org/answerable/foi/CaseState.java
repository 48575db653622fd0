package org.answerable.foi;

/** Where a case is. Where it may go next is said by {@link CaseFlow}. */
public enum CaseState {
    RECEIVED("Received", "FOI officer"),
    VALIDATING("Checking validity", "FOI officer"),
    INVALID("Not a valid request", "Nobody"),
    AWAITING_CLARIFICATION("Waiting for clarification", "Requester"),
    FEE_PENDING("Waiting for the fee", "Requester"),
    ALLOCATED("Allocated", "FOI officer"),
    GATHERING("Gathering", "Contributors"),
    COMPUTING("Working out figures", "Analyst"),
    ASSESSING("Assessing", "FOI officer"),
    DRAFTING("Drafting", "FOI officer"),
    AWAITING_APPROVAL("Awaiting approval", "Approver"),
    APPROVED("Approved", "FOI officer"),
    DISPATCHED("Being sent", "Nobody"),
    CLOSED("Closed", "Nobody"),
    PUBLISHED("Published", "Nobody"),
    TRANSFERRED("Transferred", "Nobody"),
    WITHDRAWN("Withdrawn", "Nobody"),
    LAPSED("Lapsed", "Nobody");

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

    /** True until the case has ended: an answer is still owed or somebody is asked for something. */
    public boolean open() {
        return switch (this) {
            case DISPATCHED, CLOSED, PUBLISHED, INVALID, TRANSFERRED, WITHDRAWN, LAPSED -> false;
            default -> true;
        };
    }

    /** True when an answer went out, or is on its way. */
    public boolean answered() {
        return this == DISPATCHED || this == CLOSED || this == PUBLISHED;
    }

    /** True while the answer is being made, in any of its four stages. */
    public boolean inProgress() {
        return this == GATHERING || this == COMPUTING || this == ASSESSING || this == DRAFTING;
    }

    /** True while answers may be edited. */
    public boolean editable() {
        return this == ALLOCATED || inProgress();
    }
}
