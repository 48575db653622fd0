package org.answerable.foi.calendar;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.answerable.foi.FieldError;
import org.answerable.foi.HolidayCalendars;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.clock.Nation;

/**
 * GOV.UK's bank-holidays JSON: three divisions, each with its events. Read strictly, since every due
 * date rests on it; all faults are told at once, up to a limit.
 */
final class HolidayFile {

    private static final String FIELD = "file";
    private static final int MOST_FAULTS = 20;
    private static final int MOST_TITLE = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Map<Nation, String> DIVISIONS =
            Map.of(
                    Nation.EW, "england-and-wales",
                    Nation.SC, "scotland",
                    Nation.NI, "northern-ireland");

    private final List<FieldError> faults = new ArrayList<>();

    private HolidayFile() {}

    /**
     * The titles by nation and date.
     *
     * @throws InvalidInput naming division, event and what is wrong with it
     */
    static Map<Nation, SortedMap<LocalDate, String>> read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(HolidayCalendars.MOST_BYTES + 1);
        if (bytes.length > HolidayCalendars.MOST_BYTES) {
            throw new InvalidInput(
                    FIELD,
                    "The file has more than 1 MB; GOV.UK's list has about 40 kB. Choose the file"
                            + " from www.gov.uk/bank-holidays.json.");
        }
        HolidayFile file = new HolidayFile();
        Map<Nation, SortedMap<LocalDate, String>> found = file.divisions(object(bytes));
        if (!file.faults.isEmpty()) {
            throw new InvalidInput(file.faults);
        }
        return found;
    }

    private static JsonObject object(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (RuntimeException notJson) { // the parser has no type of its own for deep nesting
            throw new InvalidInput(
                    FIELD,
                    "This is not GOV.UK's bank-holidays JSON: choose the file from"
                            + " www.gov.uk/bank-holidays.json.");
        }
    }

    private Map<Nation, SortedMap<LocalDate, String>> divisions(JsonObject root) {
        Map<Nation, SortedMap<LocalDate, String>> found = new EnumMap<>(Nation.class);
        for (Nation nation : Nation.values()) {
            String division = DIVISIONS.get(nation);
            SortedMap<LocalDate, String> dates = new TreeMap<>();
            found.put(nation, dates);
            if (root.get(division) instanceof JsonObject part
                    && part.get("events") instanceof JsonArray events) {
                for (int i = 0; i < events.size(); i++) {
                    event(events.get(i), division + ", entry " + (i + 1), dates);
                }
                if (events.isEmpty()) {
                    fault("The division " + division + " lists no dates.");
                }
            } else {
                fault(
                        "The division "
                                + division
                                + " is missing, or has no list of events: all three parts of the"
                                + " United Kingdom are needed.");
            }
        }
        return found;
    }

    private void event(JsonValue value, String place, SortedMap<LocalDate, String> dates) {
        if (!(value instanceof JsonObject event)) {
            fault(place + ": this is no object with title and date.");
            return;
        }
        String title = title(event.get("title"), place);
        LocalDate date = date(event.get("date"), place);
        if (date != null && title != null && dates.put(date, title) != null) {
            fault(place + ": " + date + " is listed twice.");
        }
    }

    private String title(JsonValue value, String place) {
        String title =
                value instanceof JsonString text
                        ? text.getString()
                                .replace('’', '\'')
                                .replaceAll("[\\s|\\p{Cntrl}]+", " ")
                                .strip()
                        : "";
        if (title.isEmpty() || title.length() > MOST_TITLE) {
            fault(place + ": the title is missing or has more than 200 characters.");
            return null;
        }
        return title;
    }

    private LocalDate date(JsonValue value, String place) {
        try {
            if (value instanceof JsonString text) {
                LocalDate date = LocalDate.parse(text.getString());
                if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                    fault(place + ": the year of " + date + " is not between 2000 and 2100.");
                    return null;
                }
                if (date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    fault(
                            place
                                    + ": "
                                    + date
                                    + " is a weekend; the list has the substitute day instead.");
                    return null;
                }
                return date;
            }
        } catch (DateTimeParseException wrong) {
            // told below, as any other value that is no date
        }
        fault(place + ": the date is missing or not like 2026-12-25.");
        return null;
    }

    private void fault(String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new FieldError(FIELD, message));
        }
    }
}
