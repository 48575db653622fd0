package org.answerable.cohort;

/** How a figure is broken down. */
public enum GroupBy {
    /** One row a district. */
    DISTRICT,
    /** One row an area of the dataset (LSOA, or local authority). */
    AREA,
    /** The total only. */
    NONE
}
