package org.answerable.foi;

/** Kinds of public authority in an integrated care system. Each body is its own authority (R10). */
public enum AuthorityKind {
    COUNCIL("Council"),
    ICB("Integrated care board"),
    NHS_TRUST("NHS trust");

    private final String label;

    AuthorityKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
