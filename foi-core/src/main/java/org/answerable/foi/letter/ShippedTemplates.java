package org.answerable.foi.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.answerable.foi.LetterKind;

/** The templates that come with the product; the first version of each. */
public final class ShippedTemplates {

    private ShippedTemplates() {}

    /** The text of the template. */
    public static String text(LetterKind kind) {
        String file = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".template";
        try (InputStream in = ShippedTemplates.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
