package org.answerable.foi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a letter came in or went out. A FOIA request is made in writing (R1), so there is no
 * telephone.
 */
public enum Channel {
    EMAIL("Email"),
    POST("Post"),
    WEB_FORM("Web form"),
    IN_PERSON("Handed in, in writing"),
    OTHER("Other, in writing");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Reads {@code email}, {@code WEB_FORM}, {@code web-form}; empty for anything else. */
    public static Optional<Channel> find(String text) {
        String name = text == null ? "" : text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(c -> c.name().equals(name)).findFirst();
    }
}
