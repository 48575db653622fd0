package org.answerable.cohort;

import java.io.InputStream;

/**
 * Loads the files of publishers as they publish them: GP registrations (by age; by LSOA), estimates
 * of the Office for National Statistics (also through Nomis), indices of deprivation of 2019 and
 * 2025, postcode directories, look-ups of areas and boundaries. The form is told by the header.
 */
public interface PublicFiles {

    /**
     * Loads a file as a new dataset, or as the next version of the series with the same title: all
     * of it or nothing. UTF-8 CSV, GeoJSON for boundaries, or a zip of them; several CSV files with
     * one header in a zip are read as one, for example females and males.
     *
     * <p>What the file tells need not be said again: {@code kind}, {@code asAt}, {@code
     * extractDate}, {@code vintage}, {@code unit}, {@code ageRule} and {@code geographyBasis} may be
     * null or blank when it does, and are held against it otherwise.
     *
     * @param kind what the rows shall be taken for, or null for what the header says first
     * @throws InvalidInput the description is incomplete or contradicts the file
     * @throws TooLarge the file is larger than the limit, packed or unpacked; nothing is kept
     * @throws NotAllowed the actor is not an analyst
     */
    LoadReport load(
            DatasetKind kind,
            DatasetDescription description,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress);

    /**
     * Passes when {@link #load} would not refuse the description, without loading.
     *
     * @param file its beginning is read; may be empty
     * @throws InvalidInput as {@link #load}
     */
    void check(DatasetKind kind, DatasetDescription description, InputStream file);
}
