package org.answerable.cohort.statistics;

/** An argument that no statistic can be made of; says which and how to mend it. */
public final class InvalidArgument extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private final String argument;
    private final String fault;

    /**
     * @param argument its name: {@code numerator}
     * @param fault what is wrong and how to mend it, in plain English
     */
    public InvalidArgument(String argument, String fault) {
        super(argument + ": " + fault);
        this.argument = argument;
        this.fault = fault;
    }

    public String argument() {
        return argument;
    }

    public String fault() {
        return fault;
    }

    static double finite(String argument, double number) {
        if (!Double.isFinite(number)) {
            throw new InvalidArgument(argument, "This is no number. Give a finite number.");
        }
        return number;
    }

    static double atLeastZero(String argument, double number) {
        if (finite(argument, number) < 0) {
            throw new InvalidArgument(argument, "This is below 0. Give 0 or more.");
        }
        return number;
    }

    static double aboveZero(String argument, double number) {
        if (finite(argument, number) <= 0) {
            throw new InvalidArgument(argument, "This is not above 0. Give more than 0.");
        }
        return number;
    }

    static double multiplier(double multiplier) {
        return aboveZero("multiplier", multiplier);
    }

    /** A part of a whole: not below 0 and not above the whole. */
    static void part(double numerator, double denominator) {
        atLeastZero("denominator", denominator);
        if (atLeastZero("numerator", numerator) > denominator) {
            throw new InvalidArgument(
                    "numerator",
                    "This is above the denominator: a part cannot exceed its whole. Check both, or ask for"
                            + " a rate.");
        }
    }
}
