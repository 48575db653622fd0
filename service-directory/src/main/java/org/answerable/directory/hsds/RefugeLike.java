package org.answerable.directory.hsds;

import java.util.regex.Pattern;

/** Words of terms whose new places start as confidential. */
public final class RefugeLike {

    private static final Pattern WORDS =
            Pattern.compile(".*\\b(refuge|domestic|violence|safety)\\b.*");

    private RefugeLike() {}

    /** Whether a term of this name is about refuge from somebody. */
    public static boolean term(String name) {
        return WORDS.matcher(PlainWords.of(name)).matches();
    }
}
