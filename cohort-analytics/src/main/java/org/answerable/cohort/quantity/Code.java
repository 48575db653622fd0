package org.answerable.cohort.quantity;

import static org.answerable.cohort.quantity.ConversionName.BEST_FIT;
import static org.answerable.cohort.quantity.ConversionName.CHILDREN_TO_FAMILIES;
import static org.answerable.cohort.quantity.ConversionName.COHORT_SHIFT;
import static org.answerable.cohort.quantity.ConversionName.EVENTS_TO_PERSONS;
import static org.answerable.cohort.quantity.ConversionName.PROPAGATE_ROUNDING;
import static org.answerable.cohort.quantity.ConversionName.REBAND;
import static org.answerable.cohort.quantity.ConversionName.REGISTERED_TO_RESIDENT;
import static org.answerable.cohort.quantity.ConversionName.RERULE;
import static org.answerable.cohort.quantity.ConversionName.RESTRICT_WINDOW;
import static org.answerable.cohort.quantity.ConversionName.SOURCE_RATIO;
import static org.answerable.cohort.quantity.ConversionName.STOCK_TO_PERIOD;

import java.util.List;

/** Why two numbers do not go together, and which conversions can lift that. */
public enum Code {
    /** Units differ. */
    U1(CHILDREN_TO_FAMILIES, EVENTS_TO_PERSONS),
    /** Stock against period persons. */
    T1(STOCK_TO_PERIOD),
    /** Flow used as persons, or persons as flow. */
    T2(EVENTS_TO_PERSONS),
    /** Windows, or dates of stocks, differ. */
    T3(RESTRICT_WINDOW, COHORT_SHIFT),
    /** The snapshot lies outside the window. */
    T4(COHORT_SHIFT),
    /** Age bands differ, or a label contradicts the band. */
    A1(REBAND),
    /** Age rules differ. */
    A2(RERULE),
    /** Whose age it is differs. */
    A3(CHILDREN_TO_FAMILIES),
    /** Source systems differ. */
    S1(SOURCE_RATIO),
    /** Resident, registered or provider basis differs. */
    G1(REGISTERED_TO_RESIDENT),
    /** Boundary vintages differ. */
    G2(BEST_FIT),
    /** The numerator is no part of the denominator: call it a ratio or a rate. */
    P1(),
    /** The numerator can count one person twice. */
    D1(EVENTS_TO_PERSONS),
    /** A structural zero, a missing or a suppressed value takes part: its words are printed. */
    Z1(),
    /** An input is rounded. */
    R1(PROPAGATE_ROUNDING),
    /** Too few births in common (a proportion needs the same births behind both numbers). */
    O1(COHORT_SHIFT);

    private final List<ConversionName> liftedBy;

    Code(ConversionName... liftedBy) {
        this.liftedBy = List.of(liftedBy);
    }

    /** Any of these can lift it; empty when nothing can. */
    public List<ConversionName> liftedBy() {
        return liftedBy;
    }
}
