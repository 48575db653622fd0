package org.answerable.foi;

import java.util.List;

/** How many of the answers found are of each kind, the most frequent first; years latest first. */
public record DisclosureFacets(
        List<Facet> authorities, List<Facet> outcomes, List<Facet> years, List<Facet> grounds) {

    /** @param value as the filter takes it */
    public record Facet(String value, long count) {}
}
