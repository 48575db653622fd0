package org.answerable.foi;

import java.util.Optional;
import java.util.Set;

/**
 * The cases behind one number of a report.
 *
 * @param timeliness any of these; empty: all
 * @param outcomes any of these; empty: all
 * @param ground cited exemption, by its code
 */
public record ReportSelection(
        Set<Timeliness> timeliness, Set<OutcomeClass> outcomes, Optional<String> ground) {

    public ReportSelection {
        timeliness = Set.copyOf(timeliness);
        outcomes = Set.copyOf(outcomes);
    }
}
