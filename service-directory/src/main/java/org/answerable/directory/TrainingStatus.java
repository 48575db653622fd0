package org.answerable.directory;

/** How somebody's training in a programme stands on a day; derived, never entered. */
public enum TrainingStatus {
    CURRENT("Current"),
    SUPERVISION_OVERDUE("Supervision overdue"),
    LAPSED("Lapsed");

    private final String label;

    TrainingStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
