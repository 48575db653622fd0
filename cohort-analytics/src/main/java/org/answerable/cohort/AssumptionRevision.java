package org.answerable.cohort;

import java.util.Map;

/**
 * A new version of an assumption, as typed.
 *
 * @param id which one
 * @param basedOn the version that was read; another may have been recorded since
 * @param parts its numbers by name
 * @param citation empty while it needs a source
 * @param asOf ISO date
 * @param reason why it changes
 */
public record AssumptionRevision(
        String id,
        int basedOn,
        String statement,
        Map<String, String> parts,
        String low,
        String high,
        String citation,
        String asOf,
        String owner,
        String reason) {

    public AssumptionRevision {
        parts = Map.copyOf(parts);
    }
}
