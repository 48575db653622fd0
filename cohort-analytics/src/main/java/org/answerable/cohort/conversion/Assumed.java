package org.answerable.cohort.conversion;

/** The ids of the assumptions that the conversions rest on; their values are kept as data. */
public final class Assumed {

    /** A birthday of 29 February is 1 March in other years. */
    public static final String BIRTHDAY = "A1";

    /** Both ends of a published window count, and "2 or under" is under 3. */
    public static final String WINDOW = "A2";

    /** Maternities a year. */
    public static final String MATERNITIES = "A3";

    /** How soon mothers have another birth. */
    public static final String SIBLING_GAPS = "A4";

    /** Families that move in. */
    public static final String MOVING_IN = "A5";

    /** NHAIS against PDS. */
    public static final String NHAIS_TO_PDS = "A13";

    /** Where the check draws its lines. */
    public static final String THRESHOLDS = "A15";

    /** Children per maternity. */
    public static final String CHILDREN_PER_MATERNITY = "A16";

    /** Registered patients against census-based estimates. */
    public static final String ESTIMATE_TO_REGISTERED = "A17";

    private Assumed() {}
}
