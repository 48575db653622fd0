package org.answerable.cohort;

/** How a figure is broken down. */
public enum GroupBy {
    /** One row a district. */
    DISTRICT,
    /** One row an area of the dataset (LSOA, or local authority). */
    AREA,
    /** One row a tenth of deprivation, by the ranks in the file or those of a deprivation dataset. */
    DECILE,
    /** The total only. */
    NONE
}
