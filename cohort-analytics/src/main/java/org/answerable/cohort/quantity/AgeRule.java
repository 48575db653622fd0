package org.answerable.cohort.quantity;

/** At which moment an age is taken. The same band under two rules holds different children. */
public enum AgeRule {
    AT_SNAPSHOT("on the day of the count"),
    AT_EVENT("at the event"),
    AT_WINDOW_START("on the first day of the window"),
    EVER_IN_WINDOW("at some time in the window");

    private final String words;

    AgeRule(String words) {
        this.words = words;
    }

    /** To follow the ages: {@code aged 0 and 1 (under 2) on the day of the count}. */
    public String words() {
        return words;
    }

    /** Whether one day decides, and not any day of a window. */
    boolean looksAtOneDay() {
        return this == AT_SNAPSHOT || this == AT_WINDOW_START;
    }
}
