package org.answerable.cohort.data;

import java.time.LocalDate;
import java.util.List;
import org.answerable.cohort.DatasetKind;

/**
 * What the loader found out about a file, beside what the analyst said of it.
 *
 * @param rows rows kept
 * @param ageFirst first single year of age; for populations
 * @param ageLast last one; for populations
 * @param ageOpen whether a last band is open
 * @param coversFrom first day covered; for person-level extracts
 * @param coversTo the day after the last one
 * @param ofDataset registrations that contacts belong to
 * @param firstMonth month of bit 0 of the contact months
 * @param bornFrom earliest month of birth among the children whom contacts belong to
 * @param notes what a reader must know and the analyst did not say; joins the caveats
 */
public record DatasetFacts(
        DatasetKind kind,
        long rows,
        int ageFirst,
        int ageLast,
        boolean ageOpen,
        List<String> districts,
        LocalDate coversFrom,
        LocalDate coversTo,
        String ofDataset,
        Integer firstMonth,
        Integer bornFrom,
        boolean synthetic,
        List<String> notes) {

    public DatasetFacts {
        districts = List.copyOf(districts);
        notes = List.copyOf(notes);
    }

    /** The facts of an extract. */
    public static DatasetFacts ofExtract(
            DatasetKind kind,
            long rows,
            LocalDate coversFrom,
            LocalDate coversTo,
            String ofDataset,
            Integer firstMonth,
            Integer bornFrom,
            boolean synthetic) {
        return new DatasetFacts(
                kind,
                rows,
                0,
                0,
                false,
                List.of(),
                coversFrom,
                coversTo,
                ofDataset,
                firstMonth,
                bornFrom,
                synthetic,
                List.of());
    }

    /** The same with more notes. */
    public DatasetFacts noting(List<String> more) {
        List<String> all = new java.util.ArrayList<>(notes);
        all.addAll(more);
        return new DatasetFacts(
                kind,
                rows,
                ageFirst,
                ageLast,
                ageOpen,
                districts,
                coversFrom,
                coversTo,
                ofDataset,
                firstMonth,
                bornFrom,
                synthetic,
                all);
    }

    /** A file without ages, districts or a period. */
    public static DatasetFacts of(DatasetKind kind, long rows) {
        return new DatasetFacts(
                kind, rows, 0, 0, false, List.of(), null, null, null, null, null, false, List.of());
    }

    /** The facts of a population; without ages, the last one is below the first. */
    public static DatasetFacts ofPopulation(
            long rows, int ageFirst, int ageLast, boolean ageOpen, List<String> districts) {
        return new DatasetFacts(
                DatasetKind.POPULATION,
                rows,
                ageFirst,
                ageLast,
                ageOpen,
                districts,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }
}
