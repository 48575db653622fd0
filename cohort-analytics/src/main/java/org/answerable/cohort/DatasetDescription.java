package org.answerable.cohort;

import java.time.LocalDate;

/**
 * What an analyst says about a file, so that every figure made from it can say what it counts.
 * Codes are those of {@link Datasets#choices()}. Checked as a whole by {@link Datasets#load}.
 *
 * @param title name of the series; the same title again makes the next version
 * @param publisher who published the figures
 * @param sourceSystem the system they come from, for example {@code ONS mid-year estimates}
 * @param extractDate when the publisher extracted or published them
 * @param licence the licence they are used under
 * @param attribution the sentence to print wherever they are shown
 * @param unit what a row counts: {@code PERSON} or {@code CHILD}; {@code PLACE} for areas
 * @param asAt the date the stock is counted at (the time basis is a snapshot)
 * @param ageRule {@code AT_SNAPSHOT}: completed years at {@code asAt}
 * @param geographyBasis {@code RESIDENT}, {@code REGISTERED} or {@code PROVIDER}
 * @param vintage code set of the rows, for example {@code LSOA_2021}; must fit the file
 * @param areaCovered the area all rows together cover, for example {@code Lincolnshire}
 * @param caveats what a reader must know; may be empty
 */
public record DatasetDescription(
        String title,
        String publisher,
        String sourceSystem,
        LocalDate extractDate,
        String licence,
        String attribution,
        String unit,
        LocalDate asAt,
        String ageRule,
        String geographyBasis,
        String vintage,
        String areaCovered,
        String caveats) {

    /** The same with other caveats. */
    public DatasetDescription withCaveats(String other) {
        return new DatasetDescription(
                title,
                publisher,
                sourceSystem,
                extractDate,
                licence,
                attribution,
                unit,
                asAt,
                ageRule,
                geographyBasis,
                vintage,
                areaCovered,
                other);
    }
}
