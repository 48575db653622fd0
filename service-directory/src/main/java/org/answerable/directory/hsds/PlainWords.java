package org.answerable.directory.hsds;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as a search compares them: small letters and digits, without accents, one blank between words. */
public final class PlainWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlainWords() {}

    /** The words of the text, or an empty text. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
