package org.answerable.directory.search;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A time of the week that somebody has: open at some moment of it, on some day of the next four weeks.
 *
 * @param days empty for any day
 * @param starts or null for the start of the day
 * @param ends or null for its end; before the start it is on the next day
 */
public record Window(Set<DayOfWeek> days, LocalTime starts, LocalTime ends) {

    /** How many days a search looks ahead, today included. */
    public static final int DAYS = 28;

    public Window {
        days = Set.copyOf(days);
    }

    /** From one moment to another, in civil time. */
    public record Span(LocalDateTime from, LocalDateTime to) {}

    /** The spans of the next four weeks. */
    public List<Span> spans(LocalDate today) {
        return today.datesUntil(today.plusDays(DAYS))
                .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
                .map(this::span)
                .toList();
    }

    private Span span(LocalDate day) {
        LocalDateTime from = day.atTime(starts == null ? LocalTime.MIDNIGHT : starts);
        if (ends == null) {
            return new Span(from, day.plusDays(1).atStartOfDay());
        }
        LocalDateTime to = day.atTime(ends);
        return new Span(from, to.isAfter(from) ? to : to.plusDays(1));
    }
}
