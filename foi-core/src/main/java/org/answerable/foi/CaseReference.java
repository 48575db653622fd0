package org.answerable.foi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public reference of a case, for example {@code LCC-2024-0001}: prefix of the authority, year of
 * receipt, running number in that authority and year.
 */
public record CaseReference(String prefix, int year, int number) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2,8})-(\\d{4})-(\\d{4,9})");

    /** Reads the written form; empty when the text is not a reference. */
    public static Optional<CaseReference> find(String text) {
        Matcher m = FORM.matcher(text == null ? "" : text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new CaseReference(
                        m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
    }

    /**
     * Reads the written form.
     *
     * @throws NotFound when the text is not a reference: there is then no such case
     */
    public static CaseReference of(String text) {
        return find(text).orElseThrow(() -> new NotFound("There is no case with this reference."));
    }

    @Override
    public String toString() {
        return "%s-%04d-%04d".formatted(prefix, year, number);
    }
}
