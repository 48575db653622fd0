package org.answerable.cohort;

/** How the errors of the shares of several groups go together. */
public enum Coupling {
    /** One error drives all: where one share is high, all are. Standard deviations add up. */
    SHARED,
    /** Each share errs for itself. Variances add up. */
    INDEPENDENT
}
