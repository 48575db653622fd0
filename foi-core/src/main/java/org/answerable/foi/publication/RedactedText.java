package org.answerable.foi.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerable.foi.Redaction;
import org.answerable.foi.intake.Faults;

/**
 * Applies the marks of all fields of one public copy, and sees that what is hidden in one place is
 * not told in another.
 */
public final class RedactedText {

    private static final int SHORTEST_TELLING_WORDS = 4;

    private final Faults faults;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();

    public RedactedText(Faults faults) {
        this.faults = faults;
    }

    /** The text as the public may read it; a fault when a mark is malformed. */
    public String apply(String field, String marked) {
        try {
            Redaction redaction = Redaction.of(marked);
            hidden.addAll(redaction.hiddenWords());
            texts.put(field, redaction.publicText());
            return redaction.publicText();
        } catch (IllegalArgumentException malformed) {
            faults.add(field, malformed.getMessage());
            return marked;
        }
    }

    /** To be called when all fields have been applied. */
    public void hiddenWordsAppearNowhereElse() {
        texts.forEach(
                (field, text) -> {
                    String lower = text.toLowerCase(Locale.UK);
                    boolean told =
                            hidden.stream()
                                    .filter(w -> w.length() >= SHORTEST_TELLING_WORDS)
                                    .anyMatch(w -> lower.contains(w.toLowerCase(Locale.UK)));
                    if (told) {
                        faults.add(
                                field,
                                "Words that you hide elsewhere can still be read here: mark them"
                                        + " here, too, or take them out.");
                    }
                });
    }
}
