package org.answerable.directory;

/** Kinds of areas, small ones first. Years are those of the boundaries. */
public enum AreaKind {
    LSOA21("neighbourhood (LSOA 2021)"),
    LSOA11("neighbourhood (LSOA 2011)"),
    MSOA21("MSOA 2021"),
    WARD("ward"),
    DISTRICT("district"),
    COUNTY("county"),
    SUB_ICB("sub-ICB location"),
    ICB("integrated care board"),
    REGION("region"),
    COUNTRY("country");

    private final String label;

    AreaKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
