package org.answerable.directory.schedule;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A schedule as a sentence: {@code Tuesdays and Thursdays, 10:00 to 11:30}. */
public final class HoursInWords {

    private static final Map<String, String> DAYS =
            Map.of(
                    "MO", "Monday",
                    "TU", "Tuesday",
                    "WE", "Wednesday",
                    "TH", "Thursday",
                    "FR", "Friday",
                    "SA", "Saturday",
                    "SU", "Sunday");
    private static final Map<String, String> COUNTS =
            Map.of(
                    "1", "first",
                    "2", "second",
                    "3", "third",
                    "4", "fourth",
                    "5", "fifth",
                    "-1", "last");

    private HoursInWords() {}

    /** The sentence; what the publisher wrote when nothing else is said. */
    public static String of(JsonObject schedule) {
        List<String> parts = new ArrayList<>();
        String days = days(schedule);
        if (!days.isEmpty()) {
            parts.add(days);
        }
        String opens = clock(schedule, "opens_at");
        String closes = clock(schedule, "closes_at");
        if (!opens.isEmpty()) {
            parts.add(closes.isEmpty() ? "from " + opens : opens + " to " + closes);
        }
        String description = text(schedule, "description");
        if (parts.isEmpty()) {
            return description;
        }
        String sentence = String.join(", ", parts);
        return description.isEmpty() ? sentence : sentence + " (" + description + ")";
    }

    private static String days(JsonObject schedule) {
        boolean monthly = text(schedule, "freq").equals("MONTHLY");
        int interval = schedule.containsKey("interval") ? schedule.getInt("interval", 1) : 1;
        List<String> days = new ArrayList<>();
        for (String day : text(schedule, "byday").split(",")) {
            String code = day.strip();
            String name = code.length() < 2 ? null : DAYS.get(code.substring(code.length() - 2));
            if (name != null) {
                String count = code.substring(0, code.length() - 2).replace("+", "");
                days.add(
                        count.isEmpty()
                                ? name + "s"
                                : COUNTS.getOrDefault(count, count + ".") + " " + name);
            }
        }
        if (days.isEmpty() && monthly && !text(schedule, "bymonthday").isEmpty()) {
            return "on day " + text(schedule, "bymonthday") + " of the month";
        }
        String list = list(days);
        if (list.isEmpty()) {
            return "";
        }
        if (monthly) {
            return "the " + list + " of the month";
        }
        return interval == 2 ? "every other week on " + list : list;
    }

    private static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1))
                + " and "
                + words.get(words.size() - 1);
    }

    private static String clock(JsonObject schedule, String name) {
        String time = text(schedule, name);
        return time.length() >= 5 ? time.substring(0, 5) : time;
    }

    private static String text(JsonObject schedule, String name) {
        JsonValue value = schedule.get(name);
        return value instanceof JsonString text ? text.getString() : "";
    }
}
