package org.answerable.web.cohort;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.answerable.cohort.Choice;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
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
                    "kind",
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
                    "file",
                    "again");

    private static final Set<DatasetKind> PERSONAL =
            Set.of(DatasetKind.REGISTRATIONS, DatasetKind.CONTACTS);

    private static final int LONGEST_FIELD = 40_000;

    private DatasetForm() {}

    static PageForm empty() {
        return PageForm.filled(
                Map.of(
                        "licence", "Open Government Licence v3.0",
                        "ageRule", "AT_SNAPSHOT"));
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

    /** What the rows shall be taken for; null when the header is to say it. */
    static DatasetKind kind(PageForm form) {
        String name = form.value("kind");
        if (name.isEmpty()) {
            return null;
        }
        return Arrays.stream(DatasetKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("kind", "Choose one of the kinds offered"));
    }

    /** A date that may be left blank where the file tells it. */
    static LocalDate date(PageForm form, String field, List<FieldError> errors) {
        boolean blank =
                Stream.of("-day", "-month", "-year")
                        .allMatch(part -> form.value(field + part).isBlank());
        if (blank) {
            return null;
        }
        return DateParts.read(form, field)
                .orElseGet(
                        () -> {
                            errors.add(new FieldError(field, "Enter a day, month and year"));
                            return null;
                        });
    }

    /** The choices of each coded field; what the file may tell can be left to it. */
    static Map<String, List<Option>> options(Datasets datasets) {
        Map<String, List<Option>> options = new LinkedHashMap<>();
        datasets.choices()
                .forEach(
                        (field, choices) ->
                                options.put(
                                        field,
                                        withFile(choices.stream().map(DatasetForm::option))));
        options.put(
                "kind",
                withFile(
                        Arrays.stream(DatasetKind.values())
                                .filter(kind -> !PERSONAL.contains(kind))
                                .map(kind -> new Option(kind.name(), kind.label()))));
        return options;
    }

    private static List<Option> withFile(Stream<Option> options) {
        return Stream.concat(Stream.of(new Option("", "As the file says")), options).toList();
    }

    /** The words for each code of a description. */
    static Map<String, String> labels(Datasets datasets) {
        Map<String, String> labels =
                new LinkedHashMap<>(
                        Map.of("CONTACT", "A row is a contact", "PLACE", "A row is a place"));
        datasets.choices().values().stream()
                .flatMap(List::stream)
                .forEach(choice -> labels.put(choice.code(), choice.label()));
        return labels;
    }

    private static Option option(Choice choice) {
        return new Option(choice.code(), choice.label());
    }
}
