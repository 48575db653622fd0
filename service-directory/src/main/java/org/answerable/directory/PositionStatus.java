package org.answerable.directory;

import java.util.Locale;

/** What a commissioner says about a need, or what is known of an area. */
public enum PositionStatus {
    COMMISSIONED("Commissioned", "there is a contract in force"),
    PROVIDED_WITHOUT_CONTRACT(
            "Provided without a contract", "somebody offers it, nobody contracted it"),
    NOT_COMMISSIONED("Not commissioned", "declared: there is none, a true zero"),
    UNKNOWN("Unknown", "no record: this is not zero");

    private final String label;
    private final String meaning;

    PositionStatus(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** As programs write it: {@code not_commissioned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
