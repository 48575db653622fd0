package org.answerable.foi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "no marks~no marks",
                "Dr [[Jane Doe|personal data]] said~Dr [redacted: personal data] said",
                "[[a|x]][[b|y]]~[redacted: x][redacted: y]",
                "[[a|b|why]]~[redacted: why]",
                "a [ b ] c~a [ b ] c",
            })
    void the_public_text_says_why_instead_of_the_words(String marked, String expected) {
        assertThat(Redaction.of(marked).publicText()).isEqualTo(expected);
    }

    @Test
    void the_words_are_in_no_part_of_the_public_text_R28() {
        Redaction redaction =
                Redaction.of("Ask [[Jane Doe|personal data]] of room [[12|security]]");
        assertThat(redaction.publicText()).doesNotContain("Jane").doesNotContain("12");
        assertThat(redaction.hiddenWords()).containsExactly("Jane Doe", "12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[a|b", "a]] b", "[[a]]", "[[|why]]", "[[a| ]]", "[[a [[b|c]]|d]]"})
    void a_malformed_mark_is_refused_and_never_half_applied(String marked) {
        assertThatThrownBy(() -> Redaction.of(marked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(\\[\\[|mark).*");
    }
}
