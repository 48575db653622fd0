package org.answerable.foi.publication;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.answerable.foi.InvalidInput;
import org.answerable.foi.intake.Faults;
import org.junit.jupiter.api.Test;

class RedactedTextTest {

    @Test
    void words_hidden_in_one_place_and_told_in_another_are_a_fault() {
        Faults faults = new Faults();
        RedactedText text = new RedactedText(faults);
        text.apply("question", "Where does [[Jane Doe|personal data]] live?");
        text.apply("answer", "JANE DOE lives here.");
        text.hiddenWordsAppearNowhereElse();
        assertThatThrownBy(faults::end)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("can still be read here");
    }

    @Test
    void the_reason_must_not_tell_the_words_either() {
        Faults faults = new Faults();
        RedactedText text = new RedactedText(faults);
        text.apply("question", "Where does [[Jane Doe|the name Jane Doe]] live?");
        text.hiddenWordsAppearNowhereElse();
        assertThatThrownBy(faults::end).isInstanceOf(InvalidInput.class);
    }

    @Test
    void words_that_are_hidden_everywhere_are_fine() {
        Faults faults = new Faults();
        RedactedText text = new RedactedText(faults);
        text.apply("question", "Where does [[Jane Doe|personal data]] live?");
        text.apply("answer", "[[Jane Doe|personal data]] lives here.");
        text.hiddenWordsAppearNowhereElse();
        assertThatCode(faults::end).doesNotThrowAnyException();
    }
}
