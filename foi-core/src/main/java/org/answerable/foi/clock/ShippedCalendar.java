package org.answerable.foi.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The calendar that comes with the product, so that a first start never lacks one. */
public final class ShippedCalendar {

    private static final String FILE = "uk-union-2026-02-25.calendar";

    private ShippedCalendar() {}

    /** Its written form. */
    public static String content() {
        try (InputStream in = ShippedCalendar.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static WorkingCalendar calendar() {
        return WorkingCalendar.parse(content());
    }
}
