package org.answerable.cohort.quantity;

import java.util.Set;

/** Code set and year of boundaries. The same code in two vintages may be two different areas. */
public enum AreaVintage {
    LSOA_2011("Lower layer super output areas of 2011", Set.of("E01", "W01")),
    LSOA_2021("Lower layer super output areas of 2021", Set.of("E01", "W01")),
    MSOA_2011("Middle layer super output areas of 2011", Set.of("E02", "W02")),
    MSOA_2021("Middle layer super output areas of 2021", Set.of("E02", "W02")),
    WARD_2016("Wards of 2016", Set.of("E05", "W05")),
    WARD_2023("Wards of 2023", Set.of("E05", "W05")),
    WARD_2024("Wards of 2024", Set.of("E05", "W05")),
    WARD_2025("Wards of 2025", Set.of("E05", "W05")),
    LAD_2021(
            "Local authority districts of 2021",
            Set.of("E06", "E07", "E08", "E09", "W06", "S12", "N09")),
    LAD_2023(
            "Local authority districts of 2023",
            Set.of("E06", "E07", "E08", "E09", "W06", "S12", "N09")),
    LAD_2024(
            "Local authority districts of 2024",
            Set.of("E06", "E07", "E08", "E09", "W06", "S12", "N09")),
    LAD_2025(
            "Local authority districts of 2025",
            Set.of("E06", "E07", "E08", "E09", "W06", "S12", "N09")),
    COUNTY_2021(
            "Counties and unitary authorities of 2021", Set.of("E10", "E06", "E08", "E09", "W06")),
    ICB_2023("Integrated care boards of 2023", Set.of("E54")),
    /** Practice codes of the NHS, for example {@code C83001}. They are no places: patients live anywhere. */
    GP_PRACTICE("GP practices", Set.of()),
    /** NHS codes of sub-ICB locations, formerly clinical commissioning groups, for example {@code 71E}. */
    SUB_ICB("Sub-ICB locations", Set.of()),
    /** NHS codes of integrated care boards, for example {@code QJM}. */
    NHS_ICB("Integrated care boards (NHS codes)", Set.of()),
    NHS_REGION("NHS regions", Set.of()),
    ENGLAND("England as a whole", Set.of());

    private final String label;
    private final Set<String> prefixes;

    AreaVintage(String label, Set<String> prefixes) {
        this.label = label;
        this.prefixes = prefixes;
    }

    public String label() {
        return label;
    }

    /** The first three characters that codes of this set may have; none for codes of the NHS. */
    public Set<String> prefixes() {
        return prefixes;
    }
}
