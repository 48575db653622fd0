package org.answerable.cohort.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "0.15, 0.15",
        "-3, -3",
        "'6,900', 6900",
        "'1,000,000.5', 1000000.5",
        "20720, 20720"
    })
    void a_plain_number_may_have_its_thousands_marked(String typed, String number) {
        assertThat(TypedFields.number(typed).orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0,15", "12,34", "1,0000", "1e3", "0.1234567891", "many", "1 000"})
    void a_decimal_comma_is_not_taken_for_thousands(String typed) {
        assertThat(TypedFields.number(typed)).isEmpty();
    }
}
