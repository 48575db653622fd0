package org.answerable.cohort.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.QuantityText;
import org.answerable.cohort.quantity.AgeBasis;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.Geography;
import org.answerable.cohort.quantity.GeographyBasis;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Rounding;
import org.answerable.cohort.quantity.Source;
import org.answerable.cohort.quantity.TimeBasis;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.quantity.Value;
import org.answerable.cohort.quantity.WhoseAge;

/** Reads one number and what it counts from text; every part at fault is named. */
final class ReadQuantity {

    private static final BigDecimal MOST = new BigDecimal("10000000000");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final int MOST_TEXT = 200;
    private static final int MOST_ROUNDING = 1_000_000;
    private static final int MONTHS = 12;

    private final QuantityText given;
    private final boolean divisor;
    private final List<FieldError> errors;

    private ReadQuantity(QuantityText given, boolean divisor, List<FieldError> errors) {
        this.given = given;
        this.divisor = divisor;
        this.errors = errors;
    }

    /**
     * The quantity; empty when something was wrong with it, which is then among the errors.
     *
     * @param divisor whether something is to be divided by it
     * @param errors added to
     */
    static Optional<Quantity> read(QuantityText given, boolean divisor, List<FieldError> errors) {
        int before = errors.size();
        ReadQuantity reader = new ReadQuantity(given, divisor, errors);
        Optional<Quantity> read = reader.quantity();
        return errors.size() == before ? read : Optional.empty();
    }

    private Optional<Quantity> quantity() {
        String label = text("label");
        Optional<Value> value = value();
        Optional<Unit> unit = unit();
        Optional<TimeBasis> time = time(unit.orElse(Unit.PERSON));
        Optional<AgeBasis> age = age(unit);
        Optional<Source> source = source();
        Optional<Geography> geography = geography();
        Rounding rounding = rounding();
        Map<Integer, Long> years = singleYears();
        if (value.isEmpty()
                || unit.isEmpty()
                || time.isEmpty()
                || age.isEmpty()
                || source.isEmpty()
                || geography.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Quantity(
                        label,
                        value.get(),
                        unit.get(),
                        time.get(),
                        age.get(),
                        source.get(),
                        geography.get(),
                        rounding,
                        years));
    }

    private Optional<Value> value() {
        for (String state : List.of("structuralZero", "missing", "suppressed")) {
            if (given.has("value." + state)) {
                String words = text("value." + state);
                if (words.isEmpty()) {
                    return wrong("value." + state, "Say in words why there is no count.");
                }
                return Optional.of(
                        switch (state) {
                            case "structuralZero" -> new Value.StructuralZero(words);
                            case "missing" -> new Value.Missing(words);
                            default -> new Value.Suppressed(words);
                        });
            }
        }
        if (given.has("value.central")) {
            Optional<BigDecimal> low = number("value.low");
            Optional<BigDecimal> central = number("value.central");
            Optional<BigDecimal> high = number("value.high");
            if (low.isEmpty() || central.isEmpty() || high.isEmpty()) {
                return Optional.empty();
            }
            if (low.get().compareTo(central.get()) > 0 || central.get().compareTo(high.get()) > 0) {
                return wrong(
                        "value.low",
                        "Give low, central and high in this order, none above the next.");
            }
            return Optional.of(
                    new Value.Estimated(
                            low.get().doubleValue(),
                            central.get().doubleValue(),
                            high.get().doubleValue()));
        }
        return number("value").flatMap(this::whole);
    }

    private Optional<Value> whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() > 0
                ? wrong(
                        "value",
                        "Give a whole number: a count has no decimals. An estimate is given as low,"
                                + " central and high.")
                : Optional.of(new Value.Observed(number.longValueExact()));
    }

    private Optional<BigDecimal> number(String part) {
        Optional<BigDecimal> number = decimal(given.part(part));
        if (number.isEmpty() || number.get().signum() < 0 || number.get().compareTo(MOST) > 0) {
            return wrong(part, "Give a number from 0 to 10,000,000,000.");
        }
        if (divisor && number.get().signum() == 0) {
            return wrong(part, "Give a number above 0: nothing can be divided by zero.");
        }
        return number;
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.isEmpty() || text.length() > 400
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.replace(",", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Unit> unit() {
        String text = given.part("unit").toLowerCase(Locale.ROOT);
        return Arrays.stream(Unit.values())
                .filter(
                        u ->
                                List.of(u.name().toLowerCase(Locale.ROOT), u.singular(), u.plural())
                                        .contains(text))
                .findFirst()
                .or(() -> wrong("unit", "Say what is counted: " + names(Unit.values()) + "."));
    }

    private Optional<TimeBasis> time(Unit unit) {
        if (given.has("time.snapshot")) {
            if (given.has("time.from") || given.has("time.to")) {
                return wrong("time", "Give either one date or the two ends of a window, not both.");
            }
            return date("time.snapshot").map(TimeBasis.Snapshot::new);
        }
        if (!given.has("time.from") && !given.has("time.to")) {
            return wrong(
                    "time",
                    "Say when it was counted: a date (snapshot), or the first and last day of a window"
                            + " (from, to).");
        }
        Optional<LocalDate> from = date("time.from");
        Optional<LocalDate> to = date("time.to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            return wrong("time.to", "The window ends before it begins. Exchange the two dates.");
        }
        LocalDate end = to.get().plusDays(1);
        return switch (given.part("time.counting").toLowerCase(Locale.ROOT)) {
            case "" ->
                    Optional.of(
                            new TimeBasis.Window(
                                    from.get(),
                                    end,
                                    unit.isEvent() ? Counting.EVENTS : Counting.PERSONS));
            case "persons" -> Optional.of(new TimeBasis.Window(from.get(), end, Counting.PERSONS));
            case "events" -> Optional.of(new TimeBasis.Window(from.get(), end, Counting.EVENTS));
            case "person-time" -> Optional.of(new TimeBasis.PersonTime(from.get(), end));
            default -> wrong("time.counting", "Give persons, events or person-time.");
        };
    }

    private Optional<LocalDate> date(String part) {
        try {
            LocalDate date = LocalDate.parse(given.part(part));
            if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException e) {
            // told below, as any other date that cannot be
        }
        return wrong(part, "Give a date like 2024-04-02, from 1900 to 2100.");
    }

    private Optional<AgeBasis> age(Optional<Unit> unit) {
        if (!given.has("age")) {
            return wrong(
                    "age", "Say which ages are counted: from, to (not in the band), unit, rule.");
        }
        Optional<MonthBand> band = band();
        Optional<AgeRule> rule =
                choice("age.rule", AgeRule.values(), "Say at which moment the age is taken: ");
        Optional<WhoseAge> whose =
                switch (given.part("age.whose").toLowerCase(Locale.ROOT)) {
                    case "" -> unit.map(WhoseAge::of);
                    case "person", "child", "the-person" -> Optional.of(WhoseAge.THE_PERSON);
                    case "youngest-child" -> Optional.of(WhoseAge.YOUNGEST_CHILD);
                    default -> wrong("age.whose", "Give person or youngest-child.");
                };
        return band.isEmpty() || rule.isEmpty() || whose.isEmpty()
                ? Optional.empty()
                : Optional.of(new AgeBasis(band.get(), rule.get(), whose.get()));
    }

    private Optional<MonthBand> band() {
        Optional<Integer> from = age("age.from");
        Optional<Integer> to = age("age.to");
        int factor =
                switch (given.part("age.unit").toLowerCase(Locale.ROOT)) {
                    case "months", "month" -> 1;
                    case "years", "year" -> MONTHS;
                    default -> 0;
                };
        if (factor == 0) {
            return wrong("age.unit", "Say whether the ages are in months or in years.");
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get() <= from.get()) {
            return wrong(
                    "age.to",
                    "This band holds no age: it begins at "
                            + from.get()
                            + " and ends before "
                            + to.get()
                            + ". Give a higher end.");
        }
        if (to.get() > MonthBand.MOST / factor) {
            return wrong("age.to", "Give ages up to 120 years.");
        }
        return Optional.of(new MonthBand(from.get() * factor, to.get() * factor));
    }

    private Optional<Integer> age(String part) {
        String text = given.part(part);
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > MonthBand.MOST) {
            return wrong(
                    part, "Give a whole number of completed months or years, up to 120 years.");
        }
        return Optional.of(Integer.parseInt(text));
    }

    private Optional<Source> source() {
        String system = given.has("source.system") ? "source.system" : "source";
        String name = text(system);
        if (name.isEmpty()) {
            return wrong(
                    system,
                    "Say where the number comes from: gp-registration, mid-year-estimate,"
                            + " service-record, or the name of the system.");
        }
        return Optional.of(new Source(name, text("source.extract"), text("source.sha256")));
    }

    private Optional<Geography> geography() {
        if (!given.has("geography")) {
            return wrong("geography", "Say which area it is about: basis and area.");
        }
        Optional<GeographyBasis> basis =
                choice(
                        "geography.basis",
                        GeographyBasis.values(),
                        "Say why people count towards the area: ");
        String area = text("geography.area");
        if (area.isEmpty()) {
            return wrong("geography.area", "Give the code of the area, such as E10000019.");
        }
        return basis.map(b -> new Geography(b, area, text("geography.vintage")));
    }

    private Rounding rounding() {
        String text = given.part("rounding");
        if (text.isEmpty()) {
            return Rounding.NONE;
        }
        if (!text.matches("\\d{1,7}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > MOST_ROUNDING) {
            wrong("rounding", "Give the base to which it was rounded, such as 5, or leave it out.");
            return Rounding.NONE;
        }
        return new Rounding(Integer.parseInt(text));
    }

    private Map<Integer, Long> singleYears() {
        Map<Integer, Long> years = new TreeMap<>();
        String prefix = "singleYears.";
        for (String name : given.parts().keySet()) {
            if (!name.startsWith(prefix)) {
                continue;
            }
            String age = name.substring(prefix.length());
            String count = given.part(name).replace(",", "");
            if (age.matches("\\d{1,3}")
                    && Integer.parseInt(age) < 120
                    && count.matches("\\d{1,10}")) {
                years.put(Integer.parseInt(age), Long.parseLong(count));
            } else {
                wrong(
                        "singleYears",
                        "Give a count for each completed year of age, such as 0: 5981.");
                return Map.of();
            }
        }
        return years;
    }

    private <E extends Enum<E>> Optional<E> choice(String part, E[] values, String message) {
        String name = given.part(part).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .or(() -> wrong(part, message + names(values) + "."));
    }

    private String text(String part) {
        String text = given.part(part);
        if (text.length() > MOST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            wrong(part, "Use at most " + MOST_TEXT + " characters on one line.");
            return "too long";
        }
        return text;
    }

    static <E extends Enum<E>> String names(E[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private <T> Optional<T> wrong(String part, String message) {
        errors.add(new FieldError(given.field() + "." + part, message));
        return Optional.empty();
    }
}
