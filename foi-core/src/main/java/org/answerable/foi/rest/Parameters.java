package org.answerable.foi.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.InvalidInput;

/** Reads query parameters; what cannot be read is the caller's fault and named, never a 404. */
final class Parameters {

    private Parameters() {}

    static int number(String name, String value, int otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException wrong) {
            throw new InvalidInput(name, "Give " + name + " as a whole number.");
        }
    }

    static Optional<LocalDate> date(String name, String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.strip()));
        } catch (DateTimeParseException wrong) {
            throw new InvalidInput(name, "Give " + name + " as a date like 2024-03-21.");
        }
    }

    static <E extends Enum<E>> Optional<E> choice(String name, String value, Class<E> type) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        String wanted = value.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(c -> c.name().equals(wanted))
                        .findFirst();
        if (found.isEmpty()) {
            throw new InvalidInput(
                    name,
                    "Give "
                            + name
                            + " as one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return found;
    }

    static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }
}
