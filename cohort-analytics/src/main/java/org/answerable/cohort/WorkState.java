package org.answerable.cohort;

/** How a piece of background work stands. */
public enum WorkState {
    RUNNING("Running"),
    DONE("Done"),
    FAILED("Failed"),
    CANCELLED("Stopped");

    private final String label;

    WorkState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
