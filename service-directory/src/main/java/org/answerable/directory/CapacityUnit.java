package org.answerable.directory;

import java.util.Locale;

/** What capacity is counted in. */
public enum CapacityUnit {
    FAMILY_PLACE("family places"),
    CASELOAD_PLACE("places in a caseload"),
    GROUP_PLACE("places in groups"),
    APPOINTMENT("appointments"),
    WTE("whole-time equivalents");

    private final String label;

    CapacityUnit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As programs write it: {@code family-place}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
