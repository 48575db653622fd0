package org.answerable.directory;

/** How a contract stands on a day. */
public enum ContractState {
    PLANNED("Planned"),
    LIVE("Live"),
    IN_EXTENSION("In extension"),
    ENDED("Ended"),
    TERMINATED("Terminated");

    private final String label;

    ContractState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean inForce() {
        return this == LIVE || this == IN_EXTENSION;
    }
}
