package org.answerable.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.web.page.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", " 90 ", "366"})
    void a_token_lasts_from_a_day_to_a_year(String days) {
        TokenRequest request = TokenRequest.of(" Spreadsheet ", days);

        assertThat(request.problems()).isEmpty();
        assertThat(request.name()).isEqualTo("Spreadsheet");
        assertThat(request.days()).isEqualTo(Integer.parseInt(days.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "367", "9.5", "ninety", "99999999999"})
    void any_other_time_is_refused(String days) {
        assertThat(TokenRequest.of("Spreadsheet", days).problems())
                .extracting(FieldProblem::field)
                .containsExactly("days");
    }

    @Test
    void a_token_needs_a_name_that_fits_into_a_list() {
        assertThat(TokenRequest.of("x".repeat(100), "90").problems()).isEmpty();
        assertThat(TokenRequest.of("x".repeat(101), "90").problems()).hasSize(1);
        assertThat(TokenRequest.of("  ", "90").problems()).hasSize(1);
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(TokenRequest.of(null, "0").problems())
                .extracting(FieldProblem::field)
                .containsExactly("name", "days");
    }
}
