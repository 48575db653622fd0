package org.answerable.foi.calendar;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.answerable.foi.clock.Holiday;
import org.answerable.foi.clock.Nation;
import org.answerable.foi.clock.WorkingCalendar;

/** A calendar in the form of GOV.UK's bank-holidays JSON. */
public final class GovUk {

    private GovUk() {}

    /** The dates of a calendar that pass, with more events for each division. */
    public static String json(WorkingCalendar calendar, Predicate<Holiday> kept, String more) {
        return "{"
                + division("england-and-wales", Nation.EW, calendar, kept, more)
                + ","
                + division("scotland", Nation.SC, calendar, kept, more)
                + ","
                + division("northern-ireland", Nation.NI, calendar, kept, more)
                + "}";
    }

    private static String division(
            String name,
            Nation nation,
            WorkingCalendar calendar,
            Predicate<Holiday> kept,
            String more) {
        String events =
                calendar.holidays().values().stream()
                        .filter(h -> h.nations().contains(nation))
                        .filter(kept)
                        .map(h -> event(h.title().replace('\'', '’'), h.date().toString()))
                        .collect(Collectors.joining(","));
        String all = more.isEmpty() ? events : events + "," + more;
        return "\"" + name + "\":{\"division\":\"" + name + "\",\"events\":[" + all + "]}";
    }

    public static String event(String title, String date) {
        return "{\"title\":\""
                + title
                + "\",\"date\":\""
                + date
                + "\",\"notes\":\"\",\"bunting\":true}";
    }

    public static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
