package org.answerable.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One typed cell of a table. No cell is empty: a reader cannot tell "none" from "forgotten", so the
 * Government Analysis Function asks for a shorthand in square brackets instead.
 */
public sealed interface Cell {

    /** Words; never blank. */
    record Text(String value) implements Cell {
        public Text {
            if (value.isBlank()) {
                throw new IllegalArgumentException("A cell is never empty: use a shorthand");
            }
        }
    }

    record Number(BigDecimal value) implements Cell {
        public Number {
            Objects.requireNonNull(value);
        }
    }

    record Date(LocalDate value) implements Cell {
        public Date {
            Objects.requireNonNull(value);
        }
    }

    /** A share, where 1 is 100 per cent, shown with one decimal. */
    record Percentage(BigDecimal value) implements Cell {
        public Percentage {
            Objects.requireNonNull(value);
        }
    }

    /** Words, or {@code [x]} (not available) when there are none. */
    static Cell text(String words) {
        return words == null || words.isBlank() ? notAvailable() : new Text(words);
    }

    static Cell number(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    static Cell number(BigDecimal value) {
        return new Number(value);
    }

    static Cell date(LocalDate value) {
        return new Date(value);
    }

    /** {@code numerator} out of {@code denominator}; {@code [z]} (not applicable) out of nothing. */
    static Cell share(long numerator, long denominator) {
        return denominator == 0
                ? notApplicable()
                : new Percentage(
                        BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64));
    }

    /** The shorthand for a value that nobody has. */
    static Cell notAvailable() {
        return new Text("[x]");
    }

    /** The shorthand for a value that cannot exist. */
    static Cell notApplicable() {
        return new Text("[z]");
    }
}
