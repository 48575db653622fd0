package org.answerable.directory.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;

/** Gathers what is wrong with an input, so that all of it is told at once. */
public final class Checks {

    /** Longest line of text. */
    public static final int SHORT = 200;

    /** Longest text of several lines. */
    public static final int LONG = 5_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1948, 7, 5);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    private final List<FieldError> errors = new ArrayList<>();

    public void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** Text trimmed, blank as null; too long or with control characters is an error. */
    public String text(String field, String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            error(field, "Use at most " + longest + " characters");
        }
        if (text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            error(field, "Remove the control characters");
        }
        return text.isEmpty() ? null : text;
    }

    /** As {@link #text}, and must not be blank. */
    public String needed(String field, String value, int longest, String missing) {
        String text = text(field, value, longest);
        if (text == null) {
            error(field, missing);
        }
        return text;
    }

    /** Each trimmed, blanks and repetitions left out. */
    public List<String> texts(String field, List<String> values, int most, int longest) {
        Set<String> texts = new LinkedHashSet<>();
        for (String value : values) {
            String text = text(field, value, longest);
            if (text != null) {
                texts.add(text);
            }
        }
        if (texts.size() > most) {
            error(field, "Give at most " + most);
        }
        return List.copyOf(texts);
    }

    /** A date from the beginning of the National Health Service to the end of the century. */
    public LocalDate date(String field, LocalDate date) {
        if (date != null && (date.isBefore(FIRST_DAY) || !date.isBefore(LAST_DAY))) {
            error(field, "Enter a date from 5 July 1948 to 2099");
        }
        return date;
    }

    /** As {@link #date}, and must be given. */
    public LocalDate neededDate(String field, LocalDate date) {
        if (date == null) {
            error(field, "Enter a day, month and year");
        }
        return date(field, date);
    }

    /** The last day must not be before the first. */
    public void order(String field, LocalDate first, LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            error(field, "The last day is before the first");
        }
    }

    /** A number from 0 to a limit with at most two decimals, or null. */
    public BigDecimal amount(String field, BigDecimal number, long most) {
        if (number != null) {
            if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                error(field, "Enter a number from 0 to " + most);
            } else if (number.stripTrailingZeros().scale() > 2) {
                error(field, "Use at most two decimals");
            }
        }
        return number;
    }

    /** A whole number within limits, or null. */
    public Integer whole(String field, Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            error(field, "Enter a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** What other checks give, or null when they found something, which is then told as well. */
    public <T> T all(Supplier<T> others) {
        try {
            return others.get();
        } catch (InvalidInput invalid) {
            errors.addAll(invalid.errors());
            return null;
        }
    }

    /**
     * @throws InvalidInput when something was wrong
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
