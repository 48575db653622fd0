package org.answerable.cohort.quantity;

/** The named ways of making two numbers comparable. */
public enum ConversionName {
    CHILDREN_TO_FAMILIES,
    EVENTS_TO_PERSONS,
    STOCK_TO_PERIOD,
    MID_PERIOD_PERSON_TIME,
    RESTRICT_WINDOW,
    COHORT_SHIFT,
    REBAND,
    RERULE,
    SOURCE_RATIO,
    REGISTERED_TO_RESIDENT,
    BEST_FIT,
    PROPAGATE_ROUNDING
}
