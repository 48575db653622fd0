package org.answerable.directory;

import java.util.Locale;

/** How a service is offered. It is recorded with a reason, never inferred from a name or from training. */
public enum Tier {
    UNIVERSAL("Universal", "offered to every family of the cohort in the area"),
    TARGETED("Targeted", "for families that meet a stated criterion"),
    SPECIALIST("Specialist", "by referral to a team that a named profession leads");

    private final String label;
    private final String meaning;

    Tier(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** As programs write it: {@code specialist}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
