package org.answerable.directory.geography.store;

import java.time.LocalDate;

/**
 * A postcode of a file.
 *
 * @param postcode without blank
 * @param latitude null when there is no point
 * @param terminated first day of the month in which it ended, or null
 */
public record PostcodeRow(
        long line,
        String postcode,
        Double latitude,
        Double longitude,
        LocalDate introduced,
        LocalDate terminated,
        String lsoa11,
        String lsoa21,
        String msoa21,
        String ward,
        String district,
        String county,
        String icb,
        String subIcb,
        String ruralUrban) {}
