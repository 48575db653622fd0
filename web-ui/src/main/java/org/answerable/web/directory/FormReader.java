package org.answerable.web.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;

/** Dates, numbers and lists out of a form; what cannot be read is gathered and told at once. */
final class FormReader {

    private static final int MOST_DIGITS = 20;

    private final PageForm form;
    private final List<FieldError> errors = new ArrayList<>();

    FormReader(PageForm form) {
        this.form = form;
    }

    /** Text, or null when the field is blank. */
    String text(String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** Non-blank lines of a field. */
    List<String> lines(String field) {
        return form.value(field).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** Words between commas, blanks and line ends. */
    List<String> words(String field) {
        return Arrays.stream(form.value(field).split("[,;\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A date, or null when all its parts are blank. */
    LocalDate date(String field) {
        boolean blank =
                Stream.of("-day", "-month", "-year")
                        .allMatch(part -> form.value(field + part).isBlank());
        Optional<LocalDate> date = blank ? Optional.empty() : DateParts.read(form, field);
        if (!blank && date.isEmpty()) {
            error(field, "Enter a day, month and year");
        }
        return date.orElse(null);
    }

    /** A month as {@code 2024-03}, or null when the field is blank. */
    YearMonth month(String field) {
        String text = text(field);
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            error(field, "Enter year and month, for example 2024-03");
            return null;
        }
    }

    /** A number, or null when the field is blank; commas between thousands are passed over. */
    BigDecimal number(String field) {
        String text = text(field);
        return text == null ? null : number(field, text);
    }

    BigDecimal number(String field, String text) {
        String plain = text.replace(",", "").replace("£", "").strip();
        if (plain.length() > MOST_DIGITS || !plain.matches("-?[0-9]+(\\.[0-9]+)?")) {
            error(field, "Enter a number in digits, such as 120 or 2.5");
            return null;
        }
        return new BigDecimal(plain);
    }

    /** A whole number, or null when the field is blank. */
    Integer whole(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,6}")) {
            error(field, "Enter a whole number");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** The constant of this name, or null when none is chosen. */
    <E extends Enum<E>> E choice(String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(form.value(field)))
                .findFirst()
                .orElse(null);
    }

    void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /**
     * @throws InvalidInput when something could not be read
     */
    void done() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
