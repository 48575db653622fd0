package org.answerable.web.cohort;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.cohort.Choice;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** The fields that describe a dataset. */
final class DatasetForm {

    static final List<String> FIELDS =
            List.of(
                    "title",
                    "publisher",
                    "sourceSystem",
                    "extractDate",
                    "licence",
                    "attribution",
                    "unit",
                    "asAt",
                    "ageRule",
                    "geographyBasis",
                    "vintage",
                    "areaCovered",
                    "caveats",
                    "file");

    private static final int LONGEST_FIELD = 40_000;

    private DatasetForm() {}

    static PageForm empty() {
        return PageForm.filled(
                Map.of(
                        "licence", "Open Government Licence v3.0",
                        "unit", "PERSON",
                        "ageRule", "AT_SNAPSHOT",
                        "geographyBasis", "RESIDENT",
                        "vintage", "LSOA_2011"));
    }

    static PageForm read(List<EntityPart> parts) throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (EntityPart part : parts) {
            if (!part.getName().equals("file")) {
                try (InputStream content = part.getContent()) {
                    byte[] bytes = content.readNBytes(LONGEST_FIELD);
                    values.put(part.getName(), List.of(new String(bytes, StandardCharsets.UTF_8)));
                }
            }
        }
        return new PageForm(values, List.of());
    }

    /** The file, when one was chosen. */
    static Optional<EntityPart> file(List<EntityPart> parts) {
        return parts.stream()
                .filter(part -> part.getName().equals("file"))
                .filter(part -> !part.getFileName().orElse("").isBlank())
                .findFirst();
    }

    static DatasetDescription description(PageForm form) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate extractDate = date(form, "extractDate", errors);
        LocalDate asAt = date(form, "asAt", errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new DatasetDescription(
                form.value("title"),
                form.value("publisher"),
                form.value("sourceSystem"),
                extractDate,
                form.value("licence"),
                form.value("attribution"),
                form.value("unit"),
                asAt,
                form.value("ageRule"),
                form.value("geographyBasis"),
                form.value("vintage"),
                form.value("areaCovered"),
                form.value("caveats"));
    }

    private static LocalDate date(PageForm form, String field, List<FieldError> errors) {
        return DateParts.read(form, field)
                .orElseGet(
                        () -> {
                            errors.add(new FieldError(field, "Enter a day, month and year"));
                            return null;
                        });
    }

    /** The choices of each coded field. */
    static Map<String, List<Option>> options(Datasets datasets) {
        return datasets.choices().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue().stream()
                                                .map(DatasetForm::option)
                                                .toList()));
    }

    /** The words for each code of a description. */
    static Map<String, String> labels(Datasets datasets) {
        return datasets.choices().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Choice::code, Choice::label, (first, same) -> first));
    }

    private static Option option(Choice choice) {
        return new Option(choice.code(), choice.label());
    }
}
