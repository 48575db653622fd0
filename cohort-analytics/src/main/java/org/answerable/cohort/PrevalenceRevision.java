package org.answerable.cohort;

/**
 * A new entry of the prevalence library, or a new version of one, as typed. What belongs to another kind
 * of spread than the one chosen is left empty.
 *
 * @param id which one; not read for a new entry
 * @param basedOn the version that was read; another may have been recorded since; not read for a new
 *     entry
 * @param share from 0 to 1; empty when the source gives none
 * @param spread the name of a {@link Prevalence.Kind}
 * @param effectiveSize for that kind
 * @param logitDeviation for that kind
 * @param low of the prediction interval, a share
 * @param high of the prediction interval, a share
 * @param studies a whole number, or empty
 * @param people a whole number, or empty
 * @param citation empty while it needs a source
 * @param caveat may be empty
 * @param asOf ISO date
 * @param reason why it is recorded
 */
public record PrevalenceRevision(
        String id,
        int basedOn,
        String measure,
        String population,
        String share,
        String spread,
        String effectiveSize,
        String logitDeviation,
        String low,
        String high,
        String studies,
        String people,
        String citation,
        String caveat,
        String asOf,
        String owner,
        String reason) {}
