package org.answerable.directory.schedule;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Opening hours of one place that say the same time twice: mostly an old rule that nobody took out. */
public final class OverlappingHours {

    private static final int DAYS_AHEAD = 63;
    private static final int MOST = 100;

    private record Timed(int schedule, Spell spell) {}

    private OverlappingHours() {}

    /**
     * The positions of the schedules that overlap an earlier one in the nine weeks from a day on. Schedules for different
     * ways of attending may overlap.
     */
    public static Set<Integer> in(List<JsonObject> schedules, LocalDate from) {
        Set<Integer> overlapping = new TreeSet<>();
        schedules.stream()
                .map(s -> s.getString("attending_type", ""))
                .distinct()
                .forEach(way -> overlapping.addAll(in(schedules, way, from)));
        return overlapping;
    }

    private static Set<Integer> in(List<JsonObject> schedules, String way, LocalDate from) {
        List<Timed> spells = new ArrayList<>();
        for (int i = 0; i < Math.min(schedules.size(), MOST); i++) {
            int position = i;
            if (schedules.get(i).getString("attending_type", "").equals(way)) {
                OpeningRule.of(schedules.get(i)).stream()
                        .flatMap(rule -> rule.spells(from, from.plusDays(DAYS_AHEAD)).stream())
                        .forEach(spell -> spells.add(new Timed(position, spell)));
            }
        }
        spells.sort(Comparator.comparing((Timed t) -> t.spell().starts()));
        Set<Integer> overlapping = new TreeSet<>();
        Timed last = null;
        for (Timed next : spells) {
            if (last != null
                    && last.schedule() != next.schedule()
                    && next.spell().starts().isBefore(last.spell().ends())) {
                overlapping.add(Math.max(last.schedule(), next.schedule()));
            }
            if (last == null || next.spell().ends().isAfter(last.spell().ends())) {
                last = next;
            }
        }
        return overlapping;
    }
}
