package org.answerable.cohort.quantity;

/**
 * Why a person counts towards an area. Residents of an area and patients registered there are
 * different people.
 */
public enum GeographyBasis {
    RESIDENT("Usual residents", "usually resident in"),
    REGISTERED("Patients registered with a GP practice", "registered with a GP practice in"),
    PROVIDER("People seen by a provider", "recorded by providers in");

    private final String label;
    private final String phrase;

    GeographyBasis(String label, String phrase) {
        this.label = label;
        this.phrase = phrase;
    }

    public String label() {
        return label;
    }

    /** Words between the people and the area: {@code usually resident in}. */
    public String phrase() {
        return phrase;
    }
}
