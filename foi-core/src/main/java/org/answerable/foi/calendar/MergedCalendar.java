package org.answerable.foi.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.clock.Holiday;
import org.answerable.foi.clock.Nation;
import org.answerable.foi.clock.WorkingCalendar;

/**
 * A new list put over the calendar in force. GOV.UK lists only some years, and has left out years
 * before: a year that the list does not mention at all, in a nation, is kept as it was.
 */
final class MergedCalendar {

    private final Map<Nation, SortedMap<LocalDate, String>> titles = new EnumMap<>(Nation.class);
    private final List<String> kept = new ArrayList<>();
    private final LocalDate coversFrom;

    private MergedCalendar(LocalDate coversFrom) {
        this.coversFrom = coversFrom;
    }

    static MergedCalendar of(
            Map<Nation, SortedMap<LocalDate, String>> file, WorkingCalendar older) {
        int first =
                file.values().stream().mapToInt(d -> d.firstKey().getYear()).max().orElseThrow();
        LocalDate start = LocalDate.of(first, 1, 1);
        MergedCalendar merged =
                new MergedCalendar(start.isBefore(older.coversFrom()) ? start : older.coversFrom());
        for (Nation nation : Nation.values()) {
            merged.add(nation, file.get(nation), older);
        }
        return merged;
    }

    private void add(Nation nation, SortedMap<LocalDate, String> listed, WorkingCalendar older) {
        SortedMap<LocalDate, String> all = new TreeMap<>(listed);
        Set<Integer> years = years(listed.keySet());
        SortedSet<Integer> unlisted = new TreeSet<>();
        for (Holiday holiday : older.holidays().values()) {
            int year = holiday.date().getYear();
            if (holiday.nations().contains(nation) && !years.contains(year)) {
                all.put(holiday.date(), holiday.title());
                unlisted.add(year);
            }
        }
        if (!unlisted.isEmpty()) {
            kept.add(nation.label() + ": " + words(unlisted));
        }
        contiguous(nation, years(all.keySet()));
        titles.put(nation, all);
    }

    private static Set<Integer> years(Collection<LocalDate> dates) {
        return dates.stream()
                .map(LocalDate::getYear)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A year in the middle without a single holiday would be counted as all working days. */
    private void contiguous(Nation nation, Set<Integer> years) {
        for (int year = coversFrom.getYear(); year <= Collections.max(years); year++) {
            if (!years.contains(year)) {
                throw new InvalidInput(
                        "file",
                        "Nobody has listed the holidays of "
                                + year
                                + " in "
                                + nation.label()
                                + ", but later ones: choose a list that has them.");
            }
        }
    }

    private static String words(SortedSet<Integer> years) {
        boolean whole = years.last() - years.first() + 1 == years.size();
        if (whole && years.size() > 1) {
            return years.first() + " to " + years.last();
        }
        return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What was kept from the calendar in force, in words, nation by nation. */
    List<String> kept() {
        return kept;
    }

    /** The written form that {@link WorkingCalendar#parse} reads. */
    String written(String version, LocalDate takenAt) {
        StringBuilder out = new StringBuilder();
        out.append("version: ").append(version).append('\n');
        out.append("source: GOV.UK bank holidays, uploaded by an administrator\n");
        out.append("taken-at: ").append(takenAt).append('\n');
        out.append("covers-from: ").append(coversFrom).append("\n\n");
        SortedMap<LocalDate, Set<Nation>> nations = new TreeMap<>();
        titles.forEach(
                (nation, dates) ->
                        dates.keySet()
                                .forEach(
                                        d ->
                                                nations.computeIfAbsent(
                                                                d,
                                                                x -> EnumSet.noneOf(Nation.class))
                                                        .add(nation)));
        nations.forEach(
                (date, where) ->
                        out.append(date)
                                .append(" | ")
                                .append(
                                        where.stream()
                                                .map(Nation::name)
                                                .collect(Collectors.joining(" ")))
                                .append(" | ")
                                .append(title(date, where))
                                .append('\n'));
        return out.toString();
    }

    /** One title for the date; where the nations name it differently, each name once. */
    private String title(LocalDate date, Set<Nation> where) {
        Set<String> names = new LinkedHashSet<>();
        for (Nation nation : where) {
            String title = titles.get(nation).get(date);
            for (String name : title.split(" / ")) {
                names.add(name);
            }
        }
        return String.join(" / ", names);
    }
}
