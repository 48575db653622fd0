package org.answerable.cohort;

/** What the rows of a dataset are. */
public enum DatasetKind {
    /** People by area and single year of age, at one date. */
    POPULATION("Population by area and age"),
    /** Pseudonymised children and where they were registered, from and to which day. */
    REGISTRATIONS("Children and registrations (person level)"),
    /** Contacts of services with those children and their families. */
    CONTACTS("Contacts (person level)"),
    /** Ranks and tenths of deprivation by area. */
    DEPRIVATION("Deprivation by area"),
    /** Postcodes and the areas they lie in. */
    POSTCODES("Postcodes"),
    /** Names of areas, and which lies in which. */
    AREAS("Areas and look-ups"),
    /** Outlines of areas, for maps. */
    BOUNDARIES("Boundaries of areas"),
    /** Registered patients of each practice by the area they live in, without ages. */
    PRACTICE_AREAS("Patients by practice and area");

    private final String label;

    DatasetKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
