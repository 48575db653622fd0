package org.answerable.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.quantity.Unit;
import org.junit.jupiter.api.Test;

class DescriptionRulesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneId.of("Europe/London"));

    @Test
    void every_missing_part_is_named_at_once() {
        DatasetDescription empty =
                new DatasetDescription(
                        " ", null, null, null, null, null, null, null, null, null, null, null,
                        null);
        assertThat(fields(empty))
                .containsExactlyInAnyOrder(
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
                        "areaCovered");
    }

    @Test
    void a_file_of_ages_cannot_count_families() {
        assertThat(
                        fields(
                                description(
                                        "FAMILY",
                                        LocalDate.of(2020, 6, 30),
                                        LocalDate.of(2021, 6, 25))))
                .containsExactly("unit");
    }

    @Test
    void nobody_is_counted_after_the_extract_or_in_the_future() {
        assertThat(
                        fields(
                                description(
                                        "PERSON",
                                        LocalDate.of(2022, 6, 30),
                                        LocalDate.of(2021, 6, 25))))
                .containsExactly("asAt");
        assertThat(
                        fields(
                                description(
                                        "PERSON",
                                        LocalDate.of(2020, 6, 30),
                                        LocalDate.of(2026, 3, 3))))
                .containsExactly("extractDate");
    }

    @Test
    void a_complete_description_passes_trimmed() {
        DatasetDescription checked =
                DescriptionRules.checked(
                        description(
                                " person ", LocalDate.of(2020, 6, 30), LocalDate.of(2021, 6, 25)),
                        CLOCK,
                        Unit.PERSON);
        assertThat(checked.unit()).isEqualTo("PERSON");
        assertThat(checked.title()).isEqualTo("Population");
    }

    private static DatasetDescription description(String unit, LocalDate asAt, LocalDate extract) {
        return new DatasetDescription(
                " Population ",
                "ONS",
                "ONS",
                extract,
                "OGL",
                "Source: ONS",
                unit,
                asAt,
                "AT_SNAPSHOT",
                "RESIDENT",
                "LSOA_2011",
                "Lincolnshire",
                null);
    }

    private static List<String> fields(DatasetDescription description) {
        InvalidInput e =
                catchThrowableOfType(
                        InvalidInput.class,
                        () ->
                                DescriptionRules.checked(
                                        description, CLOCK, Unit.PERSON, Unit.CHILD));
        return e.errors().stream().map(FieldError::field).toList();
    }
}
