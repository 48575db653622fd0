package org.answerable.directory.hsds;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;

/** What a property may hold. */
enum Format {
    TEXT("a text"),
    UUID("a UUID"),
    URI("a web address with its scheme, such as https://example.org"),
    EMAIL("an email address"),
    DATE("a date such as 2026-03-01"),
    PAST_DATE("a date that is not in the future"),
    DATE_TIME("a date and time with its offset, such as 2026-03-01T09:30:00Z"),
    NUMBER("a number"),
    AGE("an age in years from 0 to 150"),
    LATITUDE("degrees from -90 to 90"),
    LONGITUDE("degrees from -180 to 180"),
    STATUS("active, inactive, defunct or temporarily closed"),
    FREQUENCY("WEEKLY or MONTHLY"),
    DAYS("days such as MO,TU or 1MO"),
    TIME("a time such as 09:30"),
    PLACE_TYPE("physical, postal or virtual");

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL_FORM =
            Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern DAYS_FORM =
            Pattern.compile(
                    "[+-]?[0-9]?(MO|TU|WE|TH|FR|SA|SU)( ?, ?[+-]?[0-9]?(MO|TU|WE|TH|FR|SA|SU))*");
    private static final Pattern TIME_FORM =
            Pattern.compile(
                    "([01]?[0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-][0-9:]+)?");
    private static final Set<String> STATUSES =
            Set.of("active", "inactive", "defunct", "temporarily closed");
    private static final Set<String> PLACE_TYPES = Set.of("physical", "postal", "virtual");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    /** What is wanted, for a message. */
    String words() {
        return words;
    }

    boolean holds(JsonValue value, LocalDate today) {
        return switch (this) {
            case NUMBER -> value instanceof JsonNumber;
            case AGE -> between(value, 0, AgeMonths.OLDEST_YEARS);
            case LATITUDE -> between(value, -90, 90);
            case LONGITUDE -> between(value, -180, 180);
            default -> value instanceof JsonString text && holds(text.getString(), today);
        };
    }

    private boolean holds(String text, LocalDate today) {
        return switch (this) {
            case UUID -> UUID_FORM.matcher(text).matches();
            case URI -> uri(text);
            case EMAIL -> EMAIL_FORM.matcher(text).matches();
            case DATE -> date(text) != null;
            case PAST_DATE -> date(text) != null && !date(text).isAfter(today);
            case DATE_TIME -> dateTime(text);
            case STATUS -> STATUSES.contains(text);
            case FREQUENCY -> text.equals("WEEKLY") || text.equals("MONTHLY");
            case DAYS -> DAYS_FORM.matcher(text).matches();
            case TIME -> TIME_FORM.matcher(text).matches();
            case PLACE_TYPE -> PLACE_TYPES.contains(text);
            default -> true;
        };
    }

    private static boolean between(JsonValue value, int least, int most) {
        return value instanceof JsonNumber number
                && number.bigDecimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
                && number.bigDecimalValue().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static boolean uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 127);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean dateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
