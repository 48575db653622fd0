package org.answerable.directory.schedule;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A schedule of HSDS as a recurrence rule of RFC 5545. It recurs by civil days, so that ten o'clock stays ten o'clock
 * when the clocks change. What the RFC forbids but publishers write ({@code bymonthday} on a weekly rule) is passed over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10">RFC 5545, 3.3.10</a>
 */
public final class OpeningRule {

    private static final Pattern TIME =
            Pattern.compile("([01]?[0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9](?:\\.[0-9]+)?)?.*");
    private static final Pattern DAYS =
            Pattern.compile(
                    "[+-]?[0-9]*(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[0-9]*(MO|TU|WE|TH|FR|SA|SU))*");
    private static final Pattern MONTH_DAYS = Pattern.compile("-?[0-9]{1,2}(,-?[0-9]{1,2})*");

    private final RecurrenceRule rule;
    private final LocalDate start;
    private final LocalDate validFrom;
    private final LocalDate validTo;
    private final LocalTime opens;
    private final LocalTime closes;

    private OpeningRule(RecurrenceRule rule, LocalDate start, JsonObject schedule) {
        this.rule = rule;
        this.start = start;
        this.validFrom = date(schedule, "valid_from");
        this.validTo = date(schedule, "valid_to");
        this.opens = time(schedule, "opens_at");
        this.closes = time(schedule, "closes_at");
    }

    /** The rule of a schedule, or nothing when it does not say on which days. */
    public static Optional<OpeningRule> of(JsonObject schedule) {
        LocalDate start = date(schedule, "dtstart");
        if (start == null) {
            start = date(schedule, "valid_from");
        }
        String days = days(schedule);
        String frequency = text(schedule, "freq").toUpperCase(Locale.ROOT);
        if (frequency.isEmpty()) {
            frequency = days.isEmpty() ? "" : "WEEKLY";
        }
        int interval = whole(schedule, "interval").orElse(1);
        if (start == null) {
            if (days.isEmpty() && monthDays(schedule).isEmpty() || interval > 1) {
                return Optional.empty();
            }
            // Any Monday will do: without an interval every week and month is alike.
            start = LocalDate.of(2001, 1, 1);
        }
        if (frequency.isEmpty()) {
            return Optional.of(new OpeningRule(null, start, schedule));
        }
        StringBuilder text = new StringBuilder("FREQ=").append(frequency);
        text.append(";INTERVAL=").append(Math.max(1, interval));
        if (!days.isEmpty()) {
            text.append(";BYDAY=").append(days);
        }
        if (frequency.equals("MONTHLY") && !monthDays(schedule).isEmpty()) {
            text.append(";BYMONTHDAY=").append(monthDays(schedule));
        }
        if (DAYS.matcher(text(schedule, "wkst")).matches()) {
            text.append(";WKST=").append(text(schedule, "wkst"));
        }
        LocalDate until = date(schedule, "until");
        if (until != null) {
            text.append(";UNTIL=").append(until.toString().replace("-", ""));
        } else {
            whole(schedule, "count")
                    .filter(count -> count > 0)
                    .ifPresent(count -> text.append(";COUNT=").append(count));
        }
        try {
            RecurrenceRule rule =
                    new RecurrenceRule(text.toString(), RecurrenceRule.RfcMode.RFC5545_LAX);
            return Optional.of(new OpeningRule(rule, start, schedule));
        } catch (InvalidRecurrenceRuleException e) {
            return Optional.empty();
        }
    }

    /** The spells that start on the days from the first to the last, both included, in order. */
    public List<Spell> spells(LocalDate first, LocalDate last) {
        LocalDate from = later(first, validFrom);
        LocalDate to = validTo != null && validTo.isBefore(last) ? validTo : last;
        List<Spell> spells = new ArrayList<>();
        if (rule == null) {
            if (!start.isBefore(from) && !start.isAfter(to)) {
                spells.add(spell(start));
            }
            return spells;
        }
        RecurrenceRuleIterator days = rule.iterator(dateTime(start));
        if (from.isAfter(start)) {
            days.fastForward(dateTime(from));
        }
        while (days.hasNext()) {
            DateTime next = days.nextDateTime();
            LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (day.isAfter(to)) {
                break;
            }
            if (!day.isBefore(from)) {
                spells.add(spell(day));
            }
        }
        return spells;
    }

    private Spell spell(LocalDate day) {
        LocalDateTime starts = day.atTime(opens == null ? LocalTime.MIDNIGHT : opens);
        if (closes == null) {
            return new Spell(starts, day.plusDays(1).atStartOfDay());
        }
        LocalDateTime ends = day.atTime(closes);
        return new Spell(starts, ends.isAfter(starts) ? ends : ends.plusDays(1));
    }

    private static DateTime dateTime(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate later(LocalDate day, LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private static String days(JsonObject schedule) {
        String days = text(schedule, "byday").replace(" ", "").toUpperCase(Locale.ROOT);
        return DAYS.matcher(days).matches() ? days : "";
    }

    private static String monthDays(JsonObject schedule) {
        String days = text(schedule, "bymonthday").replace(" ", "");
        return MONTH_DAYS.matcher(days).matches() ? days : "";
    }

    private static Optional<Integer> whole(JsonObject schedule, String name) {
        return schedule.get(name) instanceof JsonNumber number
                        && number.doubleValue() >= 0
                        && number.doubleValue() < 10_000
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    private static String text(JsonObject schedule, String name) {
        JsonValue value = schedule.get(name);
        return value instanceof JsonString text ? text.getString().strip() : "";
    }

    private static LocalDate date(JsonObject schedule, String name) {
        String text = text(schedule, name);
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Hours and minutes; 24:00 is the start of the next day. */
    private static LocalTime time(JsonObject schedule, String name) {
        Matcher time = TIME.matcher(text(schedule, name));
        return time.matches()
                ? LocalTime.of(
                        Integer.parseInt(time.group(1)) % 24, Integer.parseInt(time.group(2)))
                : null;
    }
}
