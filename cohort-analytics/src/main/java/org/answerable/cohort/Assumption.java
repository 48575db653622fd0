package org.answerable.cohort;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that results rest on and that was not measured here: one version of it, with where it
 * comes from or that it needs a source.
 *
 * @param id for example {@code A4}
 * @param version from 1
 * @param statement what is assumed, in plain English
 * @param parts its numbers; none for a statement without numbers
 * @param rangeOf what {@code low} and {@code high} are the ends of; empty for no range
 * @param citation where it comes from; empty while it needs a source
 * @param asOf the date for which it is stated
 * @param owner who answers for it
 * @param recordedBy the account that recorded this version
 * @param reason why this version was made
 */
public record Assumption(
        String id,
        int version,
        String statement,
        List<Part> parts,
        String rangeOf,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        Optional<String> citation,
        LocalDate asOf,
        String owner,
        Instant recordedAt,
        String recordedBy,
        String reason) {

    public Assumption {
        parts = List.copyOf(parts);
    }

    public boolean needsSource() {
        return citation.isEmpty();
    }

    /** Where it comes from, or that this is not known. */
    public String source() {
        return citation.orElse("needs a source");
    }

    /** The same with other numbers: what a single calculation used in its place. */
    public Assumption with(List<Part> others) {
        return new Assumption(
                id,
                version,
                statement,
                others,
                rangeOf,
                low,
                high,
                citation,
                asOf,
                owner,
                recordedAt,
                recordedBy,
                reason);
    }

    /**
     * One number of an assumption.
     *
     * @param name within the assumption
     * @param label in words, with its unit
     * @param number empty when it is not known
     * @param least the least it may be
     * @param most the most it may be
     * @param optional whether it may be left empty
     */
    public record Part(
            String name,
            String label,
            Optional<BigDecimal> number,
            BigDecimal least,
            BigDecimal most,
            boolean optional) {

        public Part with(Optional<BigDecimal> other) {
            return new Part(name, label, other, least, most, optional);
        }

        /** As typed into a form; empty when not known. */
        public String text() {
            return number.map(BigDecimal::toPlainString).orElse("");
        }
    }
}
