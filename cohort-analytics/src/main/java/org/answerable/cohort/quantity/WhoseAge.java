package org.answerable.cohort.quantity;

/** Whose age a band speaks of. A family has no age; its youngest child has. */
public enum WhoseAge {
    THE_PERSON("the person counted"),
    YOUNGEST_CHILD("the youngest child of the family");

    private final String words;

    WhoseAge(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What a count of this unit means unless it says otherwise. */
    public static WhoseAge of(Unit unit) {
        return unit == Unit.FAMILY || unit == Unit.MOTHER ? YOUNGEST_CHILD : THE_PERSON;
    }
}
