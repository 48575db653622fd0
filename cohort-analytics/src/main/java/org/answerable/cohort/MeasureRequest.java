package org.answerable.cohort;

/**
 * A question about a cohort: how many, what share, or how often.
 *
 * @param cohortId reference of the cohort
 * @param cohortVersion its version
 * @param measure what is worked out
 * @param by what the rows are
 * @param whole code set of the rows when they are larger areas, for example {@code LAD_2021};
 *     empty otherwise
 * @param periods rows when they are periods: the window of the cohort, and so many less one before
 *     it, each as long; 1 otherwise
 * @param comparator code of the row to compare with; empty for all together
 * @param title title of the figure; blank for one made from the question
 */
public record MeasureRequest(
        String cohortId,
        int cohortVersion,
        Measure measure,
        Breakdown by,
        String whole,
        int periods,
        String comparator,
        String title)
        implements FigureQuestion {

    /** What is worked out. */
    public enum Measure {
        /** How many of the cohort there are. */
        COUNT,
        /** Which share of those of the unit, age, time and place meets the conditions on contacts. */
        PROPORTION,
        /** Contacts for each 1,000 child-years lived in the band and the window. */
        CONTACT_RATE
    }

    /** What the rows are. */
    public enum Breakdown {
        NONE,
        /** Each area of the extract. */
        AREA,
        /** The larger areas that these lie in, by a look-up. */
        WHOLE,
        /** Tenths of deprivation, 1 the most deprived. */
        DECILE,
        /** Completed years of age on the day, or on the first day of the window. */
        AGE,
        /** Windows one after the other. */
        PERIOD
    }
}
