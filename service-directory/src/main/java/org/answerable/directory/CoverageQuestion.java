package org.answerable.directory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is commissioned somewhere on a day, as it was known at a moment.
 *
 * @param area code of an area or of an LSOA of 2021
 * @param need code of a need, or null for each of them
 * @param known only what was recorded until then counts; {@code Instant.MAX} for all
 */
public record CoverageQuestion(String area, Tier tier, String need, LocalDate at, Instant known) {}
