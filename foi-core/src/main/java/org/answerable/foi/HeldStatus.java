package org.answerable.foi;

/** Whether the authority holds the information that a question asks for (s.1(1)(a) FOIA). */
public enum HeldStatus {
    HELD("Held"),
    PART_HELD("Partly held"),
    NOT_HELD("Not held"),
    NOT_CONFIRMED("Neither confirmed nor denied, or not searched");

    private final String label;

    HeldStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
