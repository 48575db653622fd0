package org.answerable.cohort.quantity;

import java.util.Set;

/** Code set and year of boundaries. The same code in two vintages may be two different areas. */
public enum AreaVintage {
    LSOA_2011("Lower layer super output areas of 2011", Set.of("E01", "W01")),
    LSOA_2021("Lower layer super output areas of 2021", Set.of("E01", "W01")),
    LAD_2021(
            "Local authority districts of 2021",
            Set.of("E06", "E07", "E08", "E09", "W06", "S12", "N09"));

    private final String label;
    private final Set<String> prefixes;

    AreaVintage(String label, Set<String> prefixes) {
        this.label = label;
        this.prefixes = prefixes;
    }

    public String label() {
        return label;
    }

    /** The first three characters that codes of this set may have. */
    public Set<String> prefixes() {
        return prefixes;
    }
}
