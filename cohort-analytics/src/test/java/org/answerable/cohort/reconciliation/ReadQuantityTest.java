package org.answerable.cohort.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.QuantityText;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.TimeBasis.Counting;
import org.answerable.cohort.quantity.TimeBasis.PersonTime;
import org.answerable.cohort.quantity.TimeBasis.Window;
import org.answerable.cohort.quantity.Unit;
import org.answerable.cohort.quantity.Value;
import org.answerable.cohort.quantity.WhoseAge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a number must say of itself, and how a fault in it is told. */
class ReadQuantityTest {

    @Test
    void the_last_day_of_a_window_is_counted_too() {
        Window window = (Window) read(Asked.families()).time();
        assertThat(window.lastDay()).hasToString("2023-04-01");
        assertThat(window.counting()).isEqualTo(Counting.PERSONS);
        assertThat(window.months()).isEqualTo(12);
    }

    @Test
    void contacts_of_a_window_are_events() {
        Quantity contacts = read(Asked.with(Asked.families(), "unit", "Contacts"));
        assertThat(contacts.unit()).isEqualTo(Unit.CONTACT);
        assertThat(contacts.countsEvents()).isTrue();
    }

    @Test
    void time_lived_is_asked_for_by_name() {
        Map<String, String> lived = Asked.with(Asked.families(), "time.counting", "person-time");
        assertThat(read(lived).time()).isInstanceOf(PersonTime.class);
    }

    @Test
    void years_are_twelve_months() {
        Map<String, String> years =
                Asked.with(
                        Asked.with(Asked.children("1", "2"), "age.unit", "years"), "age.from", "1");
        assertThat(read(years).age().band()).isEqualTo(new MonthBand(12, 24));
    }

    @Test
    void the_age_of_a_family_is_that_of_its_youngest_child() {
        assertThat(read(Asked.families()).age().whose()).isEqualTo(WhoseAge.YOUNGEST_CHILD);
        assertThat(read(Asked.children("1", "12")).age().whose()).isEqualTo(WhoseAge.THE_PERSON);
    }

    @Test
    void an_estimate_has_three_numbers_in_order() {
        Map<String, String> estimate = Asked.without(Asked.families(), "value");
        estimate.putAll(Map.of("value.low", "1.5", "value.central", "2", "value.high", "3"));
        assertThat(read(estimate).value()).isEqualTo(new Value.Estimated(1.5, 2, 3));
        estimate.put("value.high", "1");
        assertThat(fields(estimate)).containsExactly("n.value.low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"structuralZero", "missing", "suppressed"})
    void what_is_no_count_needs_its_words(String state) {
        Map<String, String> given = Asked.without(Asked.families(), "value");
        given.put("value." + state, "because");
        assertThat(read(given).value().isKnown()).isFalse();
        given.put("value." + state, " ");
        assertThat(fields(given)).containsExactly("n.value." + state);
    }

    @ParameterizedTest
    @CsvSource({
        "value, -1",
        "value, 1.5",
        "value, NaN",
        "value, Infinity",
        "value, 1E+308",
        "value, 1E+999999999",
        "value, ''",
        "unit, larch",
        "unit, ''",
        "time.from, 2022-02-30",
        "time.from, 9999-01-01",
        "time.from, 1066-10-14",
        "time.from, yesterday",
        "time.to, 2022-03-31",
        "time.counting, twice",
        "age.from, -1",
        "age.from, half",
        "age.to, 0",
        "age.to, 1441",
        "age.unit, ''",
        "age.rule, sometimes",
        "age.whose, nobody",
        "source, ''",
        "geography.basis, nearby",
        "geography.area, ''",
        "rounding, 0",
        "rounding, five"
    })
    void a_part_that_cannot_be_is_named(String part, String value) {
        Map<String, String> given = Asked.with(Asked.families(), part, value);
        assertThat(fields(given)).containsExactly("n." + part);
    }

    @ParameterizedTest
    @CsvSource({
        "value, value",
        "unit, unit",
        "time.from time.to, time",
        "time.to, time.to",
        "age.from age.to age.unit age.rule, age",
        "age.rule, age.rule",
        "source, source",
        "geography.basis geography.area, geography"
    })
    void a_missing_part_is_named(String removed, String named) {
        assertThat(fields(Asked.without(Asked.families(), removed.split(" "))))
                .containsExactly("n." + named);
    }

    @Test
    void ages_above_120_years_are_refused_in_years_too() {
        Map<String, String> old = Asked.with(Asked.families(), "age.unit", "years");
        assertThat(fields(Asked.with(old, "age.to", "121"))).containsExactly("n.age.to");
        assertThat(fields(Asked.with(old, "age.to", "120"))).isEmpty();
    }

    @Test
    void one_time_is_given_and_not_two() {
        assertThat(fields(Asked.with(Asked.families(), "time.snapshot", "2022-05-01")))
                .containsExactly("n.time");
    }

    @Test
    void single_years_are_counts_by_age() {
        Map<String, String> given = Asked.with(Asked.families(), "singleYears.0", "5981");
        assertThat(read(given).singleYears()).containsExactly(Map.entry(0, 5981L));
        assertThat(fields(Asked.with(given, "singleYears.x", "5")))
                .containsExactly("n.singleYears");
        assertThat(fields(Asked.with(given, "singleYears.1", "-5")))
                .containsExactly("n.singleYears");
    }

    @Test
    void every_fault_is_told_at_once_with_how_to_mend_it() {
        List<FieldError> errors = new ArrayList<>();
        ReadQuantity.read(new QuantityText("n", Map.of("value", "x")), false, errors);
        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactly("n.value", "n.unit", "n.time", "n.age", "n.source", "n.geography");
        assertThat(errors).extracting(FieldError::message).allMatch(m -> m.length() > 20);
    }

    @Test
    void text_is_one_line_of_bearable_length() {
        assertThat(fields(Asked.with(Asked.families(), "label", "x".repeat(201))))
                .containsExactly("n.label");
        assertThat(fields(Asked.with(Asked.families(), "label", "a\u0000b")))
                .containsExactly("n.label");
    }

    private static Quantity read(Map<String, String> parts) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Quantity> read = ReadQuantity.read(new QuantityText("n", parts), false, errors);
        assertThat(errors).isEmpty();
        return read.orElseThrow();
    }

    private static List<String> fields(Map<String, String> parts) {
        List<FieldError> errors = new ArrayList<>();
        ReadQuantity.read(new QuantityText("n", parts), false, errors);
        return errors.stream().map(FieldError::field).toList();
    }
}
