package org.answerable.web.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.answerable.directory.ServiceView;

/** Services in few words. */
public final class ServiceWords {

    private static final int SHORT = 220;
    private static final int MOST_NAMES = 3;
    private static final int KILOMETRE = 1000;

    private ServiceWords() {}

    /** The beginning of a long text, cut between words. */
    public static String shortened(String text) {
        if (text == null || text.length() <= SHORT) {
            return text == null ? "" : text;
        }
        int end = text.lastIndexOf(' ', SHORT);
        return text.substring(0, end < SHORT / 2 ? SHORT : end) + " …";
    }

    /** {@code 850 m away}, {@code 3.4 km away}. */
    public static String distance(double metres) {
        return metres < KILOMETRE
                ? Math.round(metres / 10) * 10 + " m away"
                : String.format(Locale.UK, "%.1f km away", metres / KILOMETRE);
    }

    /** The towns or names of its places, or null when it has none that is published. */
    public static String based(ServiceView service) {
        List<String> names =
                service.places().stream()
                        .filter(place -> !place.confidential())
                        .map(ServiceView.Place::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return names.isEmpty() ? null : listed(names);
    }

    /** Up to three names, and how many more. */
    public static String listed(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MOST_NAMES))
                + " and "
                + (names.size() - MOST_NAMES)
                + " more";
    }
}
