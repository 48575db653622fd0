package org.answerable.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A dataset as loaded; never changed afterwards.
 *
 * @param id public reference, {@code D-2026-0001}
 * @param kind what the rows are; ages and districts say something for populations only
 * @param version from 1 within the series of the same title
 * @param fileName the name the file came under; says nothing about its content
 * @param bytes size of the file
 * @param sha256 hash of the bytes as received, lower-case hexadecimal
 * @param rows rows held
 * @param ageFirst first single year of age
 * @param ageLast last single year of age; does not count an open band; below the first for totals
 * @param openFrom lower end of the open last band ({@code 90} for "90 and over"), or null
 * @param districts districts named in the file, in order; may be empty
 * @param coversFrom first day of the period a person-level extract covers, or null
 * @param coversTo the day after its last day, or null
 * @param ofDataset the registrations that contacts belong to, or null
 * @param synthetic made by the generator; nothing made from it is released
 * @param withdrawal when it is no longer offered, else null
 * @param removal when its rows are gone, else null
 */
public record Dataset(
        String id,
        DatasetKind kind,
        int version,
        DatasetDescription description,
        String fileName,
        long bytes,
        String sha256,
        long rows,
        int ageFirst,
        int ageLast,
        Integer openFrom,
        List<String> districts,
        LocalDate coversFrom,
        LocalDate coversTo,
        String ofDataset,
        boolean synthetic,
        Instant loadedAt,
        String loadedBy,
        Withdrawal withdrawal,
        Removal removal) {

    public Dataset {
        districts = List.copyOf(districts);
    }

    public boolean withdrawn() {
        return withdrawal != null;
    }

    /** Whether its rows are gone. */
    public boolean removed() {
        return removal != null;
    }

    /** Whether it holds single years of age; totals have none. */
    public boolean hasAges() {
        return ageLast >= ageFirst;
    }
}
