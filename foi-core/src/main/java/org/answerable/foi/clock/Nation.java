package org.answerable.foi.clock;

/** The parts of the United Kingdom that have their own bank holidays (R3). */
public enum Nation {
    EW("England and Wales"),
    SC("Scotland"),
    NI("Northern Ireland");

    private final String label;

    Nation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
