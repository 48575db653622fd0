package org.answerable.cohort;

import java.util.List;

/**
 * A figure computed again and compared with what was kept.
 *
 * @param unchanged whether every count and the hash of the table are the same
 * @param differences what changed, one sentence each
 */
public record Comparison(boolean unchanged, List<String> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }
}
