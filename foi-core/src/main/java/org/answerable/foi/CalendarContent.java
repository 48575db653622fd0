package org.answerable.foi;

import java.util.List;
import java.util.SortedMap;

/**
 * A calendar version with all its days.
 *
 * @param changes against the version before it; empty for the first
 * @param redated the cases that were open when it was adopted
 */
public record CalendarContent(
        CalendarVersion version,
        SortedMap<Integer, List<CalendarDay>> years,
        List<CalendarChange> changes,
        List<Redating> redated) {

    /** Those whose due date changed. */
    public List<Redating> moved() {
        return redated.stream().filter(Redating::moved).toList();
    }
}
