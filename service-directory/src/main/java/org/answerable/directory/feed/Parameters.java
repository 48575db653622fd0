package org.answerable.directory.feed;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerable.directory.BadParameter;
import org.answerable.directory.FieldError;
import org.answerable.directory.hsds.PlainWords;

/**
 * The parameters of an address, read one by one. What cannot be used is collected, so that one answer names all of it;
 * what nobody asked for is ignored, and named.
 */
final class Parameters {

    static final int DEFAULT_PAGE_SIZE = 50;
    static final int LARGEST_PAGE_SIZE = 200;

    private static final int LONGEST = 500;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,50}");
    private static final int MOST_NAMED = 20;
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Map<String, List<String>> given;
    private final Set<String> asked = new TreeSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The first value, or null when missing or blank. */
    String text(String name) {
        asked.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        String value = values.isEmpty() || values.get(0) == null ? "" : clean(values.get(0));
        if (value.length() > LONGEST) {
            fault(name, "Give at most " + LONGEST + " characters.");
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    /** All values, repeated or divided by commas. */
    List<String> texts(String name) {
        asked.add(name);
        List<String> values =
                given.getOrDefault(name, List.of()).stream()
                        .filter(value -> value != null)
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(Parameters::clean)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
        if (values.size() > LARGEST_PAGE_SIZE) {
            fault(name, "Give at most " + LARGEST_PAGE_SIZE + " values.");
            return List.of();
        }
        return values;
    }

    /** Values out of a known set, in small letters. */
    List<String> choices(String name, Set<String> known) {
        List<String> values =
                texts(name).stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        for (String value : values) {
            if (!known.contains(value)) {
                fault(name, "“" + shown(value) + "” is not one of " + listed(known) + ".");
            }
        }
        return values;
    }

    String choice(String name, Set<String> known, String otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        String small = value.toLowerCase(Locale.ROOT);
        if (!known.contains(small)) {
            fault(name, "“" + shown(value) + "” is not one of " + listed(known) + ".");
            return otherwise;
        }
        return small;
    }

    boolean truth(String name) {
        return choice(name, Set.of("true", "false"), "false").equals("true");
    }

    /** Whether a parameter is there at all. */
    boolean has(String name) {
        return text(name) != null;
    }

    /** The words of a free text, as a search compares them. */
    List<String> words(String name) {
        String words = PlainWords.of(text(name));
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    long page() {
        String value = text("page");
        if (value == null) {
            return 1;
        }
        if (!WHOLE.matcher(value).matches() || Long.parseLong(value) < 1) {
            fault("page", "Give a whole number from 1.");
            return 1;
        }
        return Long.parseLong(value);
    }

    int pageSize() {
        String value = text("per_page");
        if (value == null) {
            return DEFAULT_PAGE_SIZE;
        }
        boolean number = WHOLE.matcher(value).matches();
        if (!number || Long.parseLong(value) < 1 || Long.parseLong(value) > LARGEST_PAGE_SIZE) {
            fault("per_page", "Give a whole number from 1 to " + LARGEST_PAGE_SIZE + ".");
            return DEFAULT_PAGE_SIZE;
        }
        return Integer.parseInt(value);
    }

    /** A number between two, both included, or null. */
    BigDecimal number(String name, long least, long most) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        BigDecimal number = DECIMAL.matcher(value).matches() ? new BigDecimal(value) : null;
        if (number == null
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(name, "Give a number from " + least + " to " + most + ".");
            return null;
        }
        return number;
    }

    /** A date-time with an offset, or a date, which starts at midnight UTC. */
    Instant instant(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            if (value.length() == 10) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            // A + in an address that was not escaped arrives as a blank.
            String mended =
                    value.length() > 11
                            ? value.substring(0, 11).replace(' ', 'T')
                                    + value.substring(11).replace(' ', '+')
                            : value;
            return OffsetDateTime.parse(mended).toInstant();
        } catch (DateTimeParseException e) {
            fault(
                    name,
                    "Give a date and time with an offset such as 2026-03-01T09:30:00Z, or a date such as 2026-03-01.");
            return null;
        }
    }

    LocalDate date(String name) {
        String value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            fault(name, "Give a date such as 2026-03-01.");
            return null;
        }
    }

    LocalTime time(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!TIME.matcher(value).matches()) {
            fault(name, "Give a time such as 09:30.");
            return null;
        }
        return LocalTime.parse(value);
    }

    Set<DayOfWeek> days(String name) {
        Set<DayOfWeek> days = new TreeSet<>();
        for (String value : texts(name)) {
            int day = DAYS.indexOf(value.toUpperCase(Locale.ROOT));
            if (day < 0) {
                fault(name, "Give days as " + String.join(", ", DAYS) + ".");
            } else {
                days.add(DayOfWeek.of(day + 1));
            }
        }
        return days;
    }

    void fault(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /** Throws when anything could not be used. */
    void check() {
        if (!errors.isEmpty()) {
            throw new BadParameter(errors);
        }
    }

    /** The names of what was given and not asked for. */
    List<String> ignored() {
        return given.keySet().stream()
                .filter(name -> !asked.contains(name))
                .filter(name -> HEADER_NAME.matcher(name).matches())
                .sorted()
                .limit(MOST_NAMED)
                .toList();
    }

    /** Without what no text of the database can hold. */
    private static String clean(String value) {
        return value.replace("\0", "").strip();
    }

    private static String listed(Set<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
