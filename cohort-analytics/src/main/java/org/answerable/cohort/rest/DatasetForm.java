package org.answerable.cohort.rest;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;

/**
 * The parts of an upload: text fields named as in {@link DatasetDescription}, and the file in
 * {@code file}. What the file itself tells, and {@code kind}, may be left out.
 */
final class DatasetForm {

    private static final int LONGEST_FIELD = 10_000;

    private final Map<String, String> fields = new HashMap<>();
    private EntityPart file;

    /**
     * Reads the text fields.
     *
     * @throws InvalidInput there is no file
     */
    static DatasetForm of(List<EntityPart> parts) throws IOException {
        DatasetForm form = new DatasetForm();
        for (EntityPart part : parts) {
            if ("file".equals(part.getName())) {
                form.file = part;
            } else {
                form.fields.put(part.getName(), text(part));
            }
        }
        if (form.file == null) {
            throw new InvalidInput("file", "Choose the file to load.");
        }
        return form;
    }

    EntityPart file() {
        return file;
    }

    /**
     * The description as given; what it must hold is checked by the load.
     *
     * @throws InvalidInput a date is not written as 2024-03-21
     */
    DatasetDescription description() {
        List<FieldError> errors = new ArrayList<>();
        DatasetDescription description =
                new DatasetDescription(
                        fields.get("title"),
                        fields.get("publisher"),
                        fields.get("sourceSystem"),
                        date("extractDate", errors),
                        fields.get("licence"),
                        fields.get("attribution"),
                        fields.get("unit"),
                        date("asAt", errors),
                        fields.get("ageRule"),
                        fields.get("geographyBasis"),
                        fields.get("vintage"),
                        fields.get("areaCovered"),
                        fields.get("caveats"));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return description;
    }

    /**
     * What the rows shall be taken for, or null when the header says it.
     *
     * @throws InvalidInput the kind is not known
     */
    DatasetKind kind() {
        String text = fields.getOrDefault("kind", "").strip();
        if (text.isEmpty()) {
            return null;
        }
        return Arrays.stream(DatasetKind.values())
                .filter(k -> k.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        "kind",
                                        "Choose one of "
                                                + Arrays.stream(DatasetKind.values())
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(", "))
                                                + ", or leave it out."));
    }

    private LocalDate date(String field, List<FieldError> errors) {
        String text = fields.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(
                    new FieldError(
                            field, "Write the date as year-month-day, for example 2020-06-30."));
            return null;
        }
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream in = part.getContent()) {
            byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw new InvalidInput(part.getName(), "This is longer than 10,000 characters.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
