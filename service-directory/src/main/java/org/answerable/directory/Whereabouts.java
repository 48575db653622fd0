package org.answerable.directory;

import java.util.List;

/**
 * Where a postcode is.
 *
 * @param postcode as it is written, {@code LN1 1AA}, or the first half alone, {@code LN11}
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east
 * @param basis what the point is
 * @param note the same in a sentence, to be shown; empty for an exact one
 * @param edition the edition that was asked, in words
 * @param lsoa21 the LSOA of 2021 it lies in, or null when only the first half was found
 * @param areas codes of all areas that contain it; of a first half, those that hold all its postcodes
 */
public record Whereabouts(
        String postcode,
        double latitude,
        double longitude,
        Basis basis,
        String note,
        String edition,
        String lsoa21,
        List<String> areas) {

    /** What the point is. */
    public enum Basis {
        /** The middle of a postcode in use. */
        EXACT,
        /** The middle of a postcode that is no longer used. */
        TERMINATED,
        /** The middle of all postcodes with the same first half. */
        DISTRICT
    }

    public Whereabouts {
        areas = List.copyOf(areas);
    }
}
