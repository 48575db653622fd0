package org.answerable.cohort.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;

/** The fields of a form as typed: each is read, and what is wrong with any of them is gathered. */
public final class TypedFields {

    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
    private static final int MOST_CHARACTERS = 40;
    private static final String NUMBER = "-?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d{1,9})?";

    private final List<FieldError> errors = new ArrayList<>();

    public void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** The faults so far; others may be added. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * @throws InvalidInput with every fault found so far
     */
    public void insistOnNone() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /**
     * A line of text that must be there, without blanks around it.
     *
     * @param missing what to do when it is not there
     */
    public String needed(String field, String given, int most, String missing) {
        String text = line(field, given, most);
        if (text.isEmpty()) {
            error(field, missing);
        }
        return text;
    }

    /** A line of text without blanks around it; may be empty. */
    public String line(String field, String given, int most) {
        String text = stripped(given);
        if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            error(field, "Use at most " + most + " characters, on one line of text");
        }
        return text;
    }

    /**
     * A date that is not in the future.
     *
     * @param kept one that may be kept although it is in the future; null for none
     */
    public LocalDate pastDate(String field, String given, LocalDate today, LocalDate kept) {
        try {
            LocalDate date = LocalDate.parse(stripped(given));
            if (!date.isBefore(FIRST_DATE) && (!date.isAfter(today) || date.equals(kept))) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below, as any other date that cannot be
        }
        error(field, "Enter a date that is not in the future");
        return null;
    }

    /** What was typed without blanks around it; nothing for null. */
    public static String stripped(String given) {
        return given == null ? "" : given.strip();
    }

    /** A plain number with up to 9 decimals; thousands may be marked by commas. */
    public static Optional<BigDecimal> number(String text) {
        if (text.length() > MOST_CHARACTERS || !text.matches(NUMBER)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(",", "")));
    }
}
