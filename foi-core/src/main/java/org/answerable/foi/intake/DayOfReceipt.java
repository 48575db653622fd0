package org.answerable.foi.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * The calendar day of something that arrived: a date as it stands, a moment as its date in London,
 * whatever the sender's zone (R4).
 */
public final class DayOfReceipt {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private DayOfReceipt() {}

    /**
     * @throws DateTimeParseException when it is neither a date nor a moment with its offset
     */
    public static LocalDate read(String text) {
        String written = text == null ? "" : text.strip();
        return written.contains("T")
                ? OffsetDateTime.parse(written).atZoneSameInstant(LONDON).toLocalDate()
                : LocalDate.parse(written);
    }
}
