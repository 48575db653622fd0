package org.answerable.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A figure with all that is needed to defend it: what is counted, of whom, when, from which file,
 * by which statement, and who computed it. Immutable once computed.
 *
 * @param id public reference, {@code F-2026-0001}
 * @param sentence plain English: what is counted, ages in words, where, when, source
 * @param unit what is counted, in the plural: {@code children} or {@code people}
 * @param time when, in words: {@code at 30 June 2020}, {@code from 1 April 2022 to 31 March 2023}
 * @param ageLabel the age band in words: {@code aged 0, 1 and 2 (under 3)}
 * @param question the question asked
 * @param sources the datasets it was computed from, the one of the people first
 * @param table the counts
 * @param tableSha256 hash of the table's CSV form
 * @param query the statement that was run
 * @param method how this was worked out, in words
 * @param softwareVersion version of this software
 * @param computedBy name of the analyst; in a released figure the authority only
 * @param authority the authority the analyst belongs to
 * @param release the release, or null while unreleased
 */
public record Figure(
        String id,
        String title,
        String sentence,
        String unit,
        String time,
        String ageLabel,
        FigureQuestion question,
        List<Source> sources,
        FigureTable table,
        String tableSha256,
        Query query,
        String method,
        String softwareVersion,
        Instant computedAt,
        String computedBy,
        String authority,
        Release release) {

    public Figure {
        sources = List.copyOf(sources);
    }

    /** The dataset of the people counted. */
    public Source source() {
        return sources.get(0);
    }

    /** The code set of the rows; empty when they are no areas. */
    public String vintageOfRows() {
        if (question instanceof MeasureRequest measure) {
            return switch (measure.by()) {
                case AREA -> source().vintage();
                case WHOLE -> measure.whole();
                default -> "";
            };
        }
        return question instanceof FigureRequest population && population.groupBy() == GroupBy.AREA
                ? source().vintage()
                : "";
    }

    /** The release, if there was one. */
    public Optional<Release> released() {
        return Optional.ofNullable(release);
    }

    /** This figure with its release and without the analyst's name: what the public may see. */
    public Figure releasedAs(Release made) {
        return new Figure(
                id,
                title,
                sentence,
                unit,
                time,
                ageLabel,
                question,
                sources,
                table,
                tableSha256,
                query,
                method,
                softwareVersion,
                computedAt,
                "An analyst of " + authority,
                authority,
                made);
    }

    /** Where the numbers come from. */
    public record Source(
            String datasetId,
            int version,
            String title,
            String sha256,
            String publisher,
            String sourceSystem,
            LocalDate extractDate,
            String licence,
            String attribution,
            String geographyBasis,
            String vintage,
            String caveats,
            boolean synthetic) {}

    /** The statement as run: its text and, in order, the values of its question marks. */
    public record Query(String sql, List<Parameter> parameters) {
        public Query {
            parameters = List.copyOf(parameters);
        }
    }

    /** One value of a statement. */
    public record Parameter(String name, String value) {}

    /**
     * The release of a figure under a policy.
     *
     * @param policy id and version of the policy, {@code small-counts-7 version 1}
     * @param rule the policy in words
     * @param citation where the rule comes from
     * @param tableSha256 hash of the table that was released
     */
    public record Release(
            String policy, String rule, String citation, Instant at, String tableSha256) {}
}
