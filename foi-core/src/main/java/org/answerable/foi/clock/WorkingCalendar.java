package org.answerable.foi.clock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An immutable version of the days that are not working days (s.10(6) FOIA, R3): a bank holiday in
 * any part of the United Kingdom counts. It knows the range of dates that it can speak for, and
 * says nothing about dates outside of it.
 */
public final class WorkingCalendar {

    private static final long FIRST_MONDAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final int WEEK = 7;
    private static final int WEEKDAYS = 5;

    private final String version;
    private final String source;
    private final LocalDate takenAt;
    private final String contentHash;
    private final LocalDate coversFrom;
    private final LocalDate horizon;
    private final SortedMap<LocalDate, Holiday> holidays;

    /** The holidays that are no weekend days, as days since 1970, in order. */
    private final long[] weekdayHolidays;

    private WorkingCalendar(
            String version,
            String source,
            LocalDate takenAt,
            String contentHash,
            LocalDate coversFrom,
            LocalDate horizon,
            SortedMap<LocalDate, Holiday> holidays) {
        this.version = version;
        this.source = source;
        this.takenAt = takenAt;
        this.contentHash = contentHash;
        this.coversFrom = coversFrom;
        this.horizon = horizon;
        this.holidays = Collections.unmodifiableSortedMap(holidays);
        this.weekdayHolidays =
                holidays.keySet().stream()
                        .filter(d -> d.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
                        .mapToLong(LocalDate::toEpochDay)
                        .toArray();
    }

    /** A calendar from its parts, for comparisons with other calendars. */
    public static WorkingCalendar of(
            String version, LocalDate coversFrom, LocalDate horizon, Collection<Holiday> holidays) {
        SortedMap<LocalDate, Holiday> byDate = new TreeMap<>();
        for (Holiday holiday : holidays) {
            if (byDate.put(holiday.date(), holiday) != null) {
                throw new IllegalArgumentException("Listed twice: " + holiday.date());
            }
        }
        String hash = sha256(byDate.values().toString());
        return new WorkingCalendar(version, version, horizon, hash, coversFrom, horizon, byDate);
    }

    /**
     * Reads the written form: {@code key: value} lines, then one {@code date | nations | title} a
     * line; lines that start with {@code #} are comments. The horizon is the smallest, over the
     * nations, of that nation's last date.
     *
     * @throws IllegalArgumentException with the number of the first line that is wrong
     */
    public static WorkingCalendar parse(String content) {
        Map<String, String> header = new HashMap<>();
        SortedMap<LocalDate, Holiday> byDate = new TreeMap<>();
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                readLine(line, header, byDate);
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException("Line " + number + ": " + line, wrong);
            }
        }
        return new WorkingCalendar(
                required(header, "version"),
                required(header, "source"),
                LocalDate.parse(required(header, "taken-at")),
                sha256(content),
                LocalDate.parse(required(header, "covers-from")),
                horizonOf(byDate),
                byDate);
    }

    private static void readLine(
            String line, Map<String, String> header, SortedMap<LocalDate, Holiday> byDate) {
        String[] cells = line.split(" \\| ", 3);
        if (cells.length == 1) {
            int colon = line.indexOf(':');
            header.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            return;
        }
        Set<Nation> nations = EnumSet.noneOf(Nation.class);
        for (String nation : cells[1].split(" ")) {
            nations.add(Nation.valueOf(nation));
        }
        LocalDate date = LocalDate.parse(cells[0]);
        if (byDate.put(date, new Holiday(date, cells[2].strip(), nations)) != null) {
            throw new IllegalArgumentException("listed twice");
        }
    }

    private static String required(Map<String, String> header, String key) {
        return Optional.ofNullable(header.get(key))
                .orElseThrow(() -> new IllegalArgumentException("The calendar has no " + key));
    }

    private static LocalDate horizonOf(SortedMap<LocalDate, Holiday> byDate) {
        LocalDate horizon = LocalDate.MAX;
        for (Nation nation : Nation.values()) {
            LocalDate last =
                    byDate.values().stream()
                            .filter(h -> h.nations().contains(nation))
                            .map(Holiday::date)
                            .max(LocalDate::compareTo)
                            .orElseThrow(
                                    () -> new IllegalArgumentException("No dates for " + nation));
            horizon = last.isBefore(horizon) ? last : horizon;
        }
        return horizon;
    }

    private static String sha256(String content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String version() {
        return version;
    }

    public String source() {
        return source;
    }

    public LocalDate takenAt() {
        return takenAt;
    }

    /** SHA-256 of the written form, in hexadecimal digits. */
    public String contentHash() {
        return contentHash;
    }

    public LocalDate coversFrom() {
        return coversFrom;
    }

    /** The last date for which all nations' holidays are known. */
    public LocalDate horizon() {
        return horizon;
    }

    /** The holidays by date. */
    public SortedMap<LocalDate, Holiday> holidays() {
        return holidays;
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(coversFrom) && !date.isAfter(horizon);
    }

    /**
     * Why a date is not a working day: first match of Saturday, Sunday, bank holiday; empty when it
     * is one.
     */
    public Optional<String> notWorking(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Optional.of("Saturday");
        }
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Optional.of("Sunday");
        }
        return Optional.ofNullable(holidays.get(date)).map(Holiday::title);
    }

    public boolean isWorkingDay(LocalDate date) {
        return notWorking(date).isEmpty();
    }

    /** Working days after {@code from} up to and including {@code to}, which is not earlier. */
    long workingDays(LocalDate from, LocalDate to) {
        long first = from.toEpochDay();
        long last = to.toEpochDay();
        return weekdays(last) - weekdays(first) - holidaysUpTo(last) + holidaysUpTo(first);
    }

    /** Weekdays up to and including a day, counted from a Monday in the far past. */
    private static long weekdays(long epochDay) {
        long days = epochDay - FIRST_MONDAY + 1;
        return days / WEEK * WEEKDAYS + Math.min(days % WEEK, WEEKDAYS);
    }

    private int holidaysUpTo(long epochDay) {
        int place = Arrays.binarySearch(weekdayHolidays, epochDay);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** The same version with only the dates of the given nations. */
    public WorkingCalendar of(Nation... wanted) {
        Set<Nation> nations = Set.of(wanted);
        return derived(
                version + " " + nations,
                h -> {
                    Set<Nation> kept =
                            h.nations().stream()
                                    .filter(nations::contains)
                                    .collect(Collectors.toSet());
                    return kept.isEmpty() ? null : new Holiday(h.date(), h.title(), kept);
                });
    }

    /** The same version with one more date. */
    public WorkingCalendar with(Holiday holiday) {
        WorkingCalendar rest = derived(version, h -> h.date().equals(holiday.date()) ? null : h);
        SortedMap<LocalDate, Holiday> more = new TreeMap<>(rest.holidays);
        more.put(holiday.date(), holiday);
        return of(version + " + " + holiday.date(), coversFrom, horizon, more.values());
    }

    private WorkingCalendar derived(String name, UnaryOperator<Holiday> change) {
        return of(
                name,
                coversFrom,
                horizon,
                holidays.values().stream().map(change).filter(h -> h != null).toList());
    }
}
