package org.answerable.foi;

import java.util.List;

/**
 * What a recomputation found.
 *
 * @param differences sentences that say what changed; empty when nothing did
 */
public record Comparison(List<String> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    public boolean unchanged() {
        return differences.isEmpty();
    }
}
