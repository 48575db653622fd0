package org.answerable.foi;

/** How two cases belong together; read from the case that is linked to the other. */
public enum LinkType {
    RELATED("Related to", "Related to"),
    DUPLICATE("Duplicate of", "Has the duplicate"),
    INTERNAL_REVIEW_OF("Internal review of", "Internal review"),
    SAME_ENQUIRY("Same enquiry, to another authority", "Same enquiry, to another authority"),
    ICO_COMPLAINT_ABOUT("Complaint about", "Complaint to the Commissioner"),
    TRIBUNAL_ABOUT("Appeal about", "Appeal to the tribunal"),
    SUBJECT_ACCESS_OF("Subject access part of", "Subject access request");

    private final String label;
    private final String inverse;

    LinkType(String label, String inverse) {
        this.label = label;
        this.inverse = inverse;
    }

    public String label() {
        return label;
    }

    /** The same link read from the other end. */
    public String inverse() {
        return inverse;
    }

    /** True for the links that an officer makes by hand; the others come with a stage. */
    public boolean byHand() {
        return this == RELATED || this == DUPLICATE;
    }
}
