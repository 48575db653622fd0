package org.answerable.cohort.quantity;

/** What is to be done with two numbers. */
public enum Operation {
    PROPORTION("share"),
    COVERAGE("coverage"),
    RATE("rate"),
    RATIO("ratio"),
    SUM("sum"),
    DIFFERENCE("difference"),
    TREND("trend");

    private final String words;

    Operation(String words) {
        this.words = words;
    }

    /** {@code coverage}, to follow an article. */
    public String words() {
        return words;
    }

    /** Whether the first number must be a part of the second. */
    public boolean isPartOfWhole() {
        return this == PROPORTION || this == COVERAGE;
    }

    /** Whether the second number divides the first. */
    public boolean divides() {
        return isPartOfWhole() || this == RATE || this == RATIO;
    }
}
