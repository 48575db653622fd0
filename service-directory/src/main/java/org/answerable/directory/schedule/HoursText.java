package org.answerable.directory.schedule;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.json.Json;

/**
 * Reads the sentences that {@link HoursInWords} writes, and what people type in their place:
 * {@code Tue, Thu 10:00-11:30}, {@code the last Friday of the month, 9:00 to 12:00}. A line without days and times is kept
 * as words.
 */
public final class HoursText {

    private static final Pattern TIMES =
            Pattern.compile(
                    "(?:from\\s+)?(\\d{1,2})[:.](\\d{2})\\s*(?:to|until|-|–)\\s*(\\d{1,2})[:.](\\d{2})");
    private static final Pattern NOTE = Pattern.compile("\\(([^()]*)\\)\\s*$");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?:(first|second|third|fourth|fifth|last)\\s+)?\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE =
            Pattern.compile(
                    "\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\s*(?:to|-|–)\\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*",
                    Pattern.CASE_INSENSITIVE);
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Map<String, String> COUNTS =
            Map.of(
                    "first", "1",
                    "second", "2",
                    "third", "3",
                    "fourth", "4",
                    "fifth", "5",
                    "last", "-1");

    private HoursText() {}

    /** The schedule that a line means, or nothing when its times make no sense. */
    public static Optional<JsonObject> parse(String line) {
        String text = line.strip();
        JsonObjectBuilder schedule = Json.createObjectBuilder();
        Matcher note = NOTE.matcher(text);
        if (note.find()) {
            schedule.add("description", note.group(1).strip());
            text = text.substring(0, note.start());
        }
        Matcher times = TIMES.matcher(text);
        boolean timed = times.find();
        String before = timed ? text.substring(0, times.start()) : text;
        List<String> days = days(before);
        if (!timed && days.isEmpty()) {
            return text.matches(".*\\d.*")
                    ? Optional.empty()
                    : Optional.of(
                            Json.createObjectBuilder().add("description", line.strip()).build());
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        boolean monthly = days.stream().anyMatch(day -> day.length() > 2);
        schedule.add("freq", monthly ? "MONTHLY" : "WEEKLY").add("byday", String.join(",", days));
        if (timed) {
            Optional<String> opens = time(times.group(1), times.group(2));
            Optional<String> closes = time(times.group(3), times.group(4));
            if (opens.isEmpty() || closes.isEmpty()) {
                return Optional.empty();
            }
            schedule.add("opens_at", opens.get()).add("closes_at", closes.get());
        }
        return Optional.of(schedule.build());
    }

    private static List<String> days(String text) {
        List<String> days = new ArrayList<>();
        Matcher range = RANGE.matcher(text);
        if (range.find()) {
            int first = DAYS.indexOf(range.group(1).toLowerCase(Locale.ROOT));
            int last = DAYS.indexOf(range.group(2).toLowerCase(Locale.ROOT));
            for (int day = first; day != (last + 1) % 7 || days.isEmpty(); day = (day + 1) % 7) {
                days.add(CODES.get(day));
            }
            return days;
        }
        Matcher day = DAY.matcher(text);
        String count = "";
        while (day.find()) {
            if (day.group(1) != null) {
                count = COUNTS.get(day.group(1).toLowerCase(Locale.ROOT));
            }
            days.add(count + CODES.get(DAYS.indexOf(day.group(2).toLowerCase(Locale.ROOT))));
        }
        return days;
    }

    private static Optional<String> time(String hours, String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        return hour > 24 || minute > 59 || hour == 24 && minute > 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%02d:%02d:00", hour, minute));
    }
}
