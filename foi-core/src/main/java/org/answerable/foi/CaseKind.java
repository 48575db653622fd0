package org.answerable.foi;

/** What a case is about. A review, a complaint and a tribunal are cases of their own (R23). */
public enum CaseKind {
    REQUEST("Request for information"),
    INTERNAL_REVIEW("Internal review"),
    SUBJECT_ACCESS("Subject access request"),
    ICO_COMPLAINT("Complaint to the Information Commissioner"),
    TRIBUNAL("Appeal to the tribunal");

    private final String label;

    CaseKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True when questions are answered, with a letter at the end. */
    public boolean answered() {
        return this == REQUEST || this == INTERNAL_REVIEW;
    }

    /** True when a regulator or a tribunal decides. */
    public boolean appeal() {
        return this == ICO_COMPLAINT || this == TRIBUNAL;
    }
}
