package org.answerable.foi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.answerable.foi.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u00a0", "\u200b", "\u00a0 \u200b\u200f\ufeff"})
    void text_that_shows_nothing_is_empty(String text) {
        Faults faults = new Faults();
        faults.needed("text", "The text", text, 10);
        assertThatThrownBy(faults::end)
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The text is empty: fill it in.");
    }

    @Test
    void text_with_marks_and_emoji_is_kept() {
        Faults faults = new Faults();
        assertThat(faults.needed("text", "The text", "\u200f👶?", 10)).isEqualTo("\u200f👶?");
        faults.end();
    }
}
