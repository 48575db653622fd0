package org.answerable.cohort;

import java.time.LocalDate;

/**
 * What an analyst says about a person-level extract.
 *
 * @param title name of the series; the same title again makes the next version
 * @param publisher who supplied it
 * @param sourceSystem the system it comes from, for example {@code SystmOne} or {@code PDS}
 * @param extractDate when it was extracted
 * @param licence the agreement it is held under
 * @param attribution the sentence to print wherever results are shown
 * @param vintage code set of the {@code lsoa} column: {@code LSOA_2011} or {@code LSOA_2021}
 * @param areaCovered the area it covers, for example {@code Lincolnshire}
 * @param coversFrom first day of the period the extract covers
 * @param coversTo the day after its last day
 * @param caveats what a reader must know; may be empty
 * @param synthetic whether it was made by the generator; nothing made from it is ever released
 */
public record ExtractDescription(
        String title,
        String publisher,
        String sourceSystem,
        LocalDate extractDate,
        String licence,
        String attribution,
        String vintage,
        String areaCovered,
        LocalDate coversFrom,
        LocalDate coversTo,
        String caveats,
        boolean synthetic) {}
