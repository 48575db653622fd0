package org.answerable.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Postcodes and areas, as loaded. Public to read; nothing of what is asked is kept or logged. */
public interface Geography {

    /**
     * Where a postcode is. Takes capital and small letters, with or without blank, and the first half
     * alone. A postcode that is not in use any more, or not known although its first half is, gives
     * the next best point and says so.
     *
     * @throws InvalidInput field {@code postcode}: no postcode, not known, in Northern Ireland, without
     *     a point, or no directory of postcodes is loaded
     */
    Whereabouts whereabouts(String postcode);

    /** The sentence to show wherever postcodes are looked up; empty when none are loaded. */
    Optional<String> attribution();

    Optional<Area> area(String code);

    /** The areas of those codes that are known, by code. */
    Map<String, Area> areas(Collection<String> codes);

    /** All areas of a kind, by name. */
    List<Area> areas(AreaKind kind);

    /** The areas that have an LSOA of 2021 among their parts, itself included. */
    List<Area> areasContaining(String lsoa21);

    /** The LSOAs of 2021 that an area is made of, in order; none for a code that is not known. */
    Set<String> lsoasOf(String code);

    /** As {@link #lsoasOf(String)} for many areas at once; a code without parts has an empty set. */
    Map<String, Set<String>> lsoasOf(Collection<String> codes);

    /**
     * The LSOAs of 2021 whose interior point lies in an extent. Only LSOAs whose boundaries are loaded
     * can be found.
     *
     * @param geoJson polygons, WGS 84, longitude first: geometry, feature or collection
     * @throws InvalidInput field {@code extent}: no GeoJSON, or no area in it
     */
    Set<String> lsoasWithin(String geoJson);
}
