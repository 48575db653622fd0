package org.answerable.cohort.data;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.answerable.cohort.Choice;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.file.SafeText;
import org.answerable.cohort.quantity.AreaVintage;
import org.answerable.cohort.quantity.GeographyBasis;
import org.answerable.cohort.quantity.Unit;

/** What a description must say before a file is read. */
public final class DescriptionRules {

    /** Units that a file of people by single year of age can count. Families have no age. */
    private static final List<Unit> UNITS = List.of(Unit.PERSON, Unit.CHILD);

    private static final String AT_SNAPSHOT = "AT_SNAPSHOT";
    private static final int SHORT = 200;
    private static final int LONG = 2_000;

    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    private DescriptionRules(LocalDate today) {
        this.today = today;
    }

    /**
     * The description trimmed, with codes in upper case.
     *
     * @param units what a row may count
     * @throws InvalidInput with every fault found
     */
    public static DatasetDescription checked(DatasetDescription given, Clock clock, Unit... units) {
        DescriptionRules rules = new DescriptionRules(LocalDate.now(clock));
        DatasetDescription clean =
                new DatasetDescription(
                        rules.text("title", given.title(), "Give the dataset a title.", SHORT),
                        rules.text("publisher", given.publisher(), "Say who published it.", SHORT),
                        rules.text(
                                "sourceSystem",
                                given.sourceSystem(),
                                "Say which system the numbers come from.",
                                SHORT),
                        rules.date("extractDate", given.extractDate(), "the date of the extract"),
                        rules.text(
                                "licence",
                                given.licence(),
                                "Say under which licence it is used.",
                                SHORT),
                        rules.text(
                                "attribution",
                                given.attribution(),
                                "Give the sentence to print wherever the numbers are shown.",
                                LONG),
                        rules.code("unit", given.unit(), codes(units)),
                        rules.date("asAt", given.asAt(), "the date the people are counted at"),
                        rules.code("ageRule", given.ageRule(), List.of(AT_SNAPSHOT)),
                        rules.code(
                                "geographyBasis",
                                given.geographyBasis(),
                                codes(GeographyBasis.values())),
                        rules.code("vintage", given.vintage(), codes(AreaVintage.values())),
                        rules.text(
                                "areaCovered",
                                given.areaCovered(),
                                "Say which area all rows together cover.",
                                SHORT),
                        rules.optional("caveats", given.caveats()));
        rules.checkOrder(clean);
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
        return clean;
    }

    /** The codes and words that a form may offer. */
    static Map<String, List<Choice>> choices() {
        return Map.of(
                "unit", choices(UNITS.toArray(Unit[]::new), u -> "A row counts " + u.plural()),
                "ageRule", List.of(new Choice(AT_SNAPSHOT, "Completed years at the date counted")),
                "geographyBasis", choices(GeographyBasis.values(), GeographyBasis::label),
                "vintage", choices(AreaVintage.values(), AreaVintage::label));
    }

    private void checkOrder(DatasetDescription d) {
        if (d.asAt() != null && d.extractDate() != null && d.asAt().isAfter(d.extractDate())) {
            error("asAt", "People cannot be counted at a date after the extract was made.");
        }
    }

    private String text(String field, String value, String ifBlank, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            error(field, ifBlank);
        } else {
            checkText(field, text, longest);
        }
        return text;
    }

    private String optional(String field, String value) {
        String text = value == null ? "" : value.strip();
        checkText(field, text, LONG);
        return text;
    }

    private void checkText(String field, String text, int longest) {
        if (text.length() > longest) {
            error(field, "This is longer than " + longest + " characters.");
        }
        if (SafeText.hasControl(text.replaceAll("\\R", " "))) {
            error(field, "This holds control characters. Remove them.");
        }
    }

    private LocalDate date(String field, LocalDate date, String what) {
        if (date == null) {
            error(field, "Give " + what + ".");
        } else if (date.isAfter(today)) {
            error(field, "This date is in the future.");
        } else if (date.getYear() < 1801) {
            error(field, "This date is before the first census of England.");
        }
        return date;
    }

    private String code(String field, String value, List<String> allowed) {
        String code = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (!allowed.contains(code)) {
            error(field, "Choose one of " + String.join(", ", allowed) + ".");
        }
        return code;
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).<String>map(Enum::name).toList();
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, String> label) {
        return Arrays.stream(values).map(v -> new Choice(v.name(), label.apply(v))).toList();
    }
}
