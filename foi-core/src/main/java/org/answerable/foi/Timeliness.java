package org.answerable.foi;

/**
 * Whether a request was dealt with in time (R4, R24, R26): every counted request is in exactly one.
 * Lateness is judged against the extended date, so an answer after that is late, not "extended".
 */
public enum Timeliness {
    IN_TIME("In time", true),
    WITHIN_EXTENSION("Within a permitted extension", true),
    LATE("Late", true),
    OPEN("Not yet processed, clock running", false),
    OPEN_EXTENDED("Not yet processed, time extended", false),
    OPEN_STOPPED("Not yet processed, clock stopped", false);

    private final String label;
    private final boolean processed;

    Timeliness(String label, boolean processed) {
        this.label = label;
        this.processed = processed;
    }

    public String label() {
        return label;
    }

    /** True when the authority has dealt with the request. */
    public boolean processed() {
        return processed;
    }
}
