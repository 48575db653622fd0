package org.answerable.foi.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedWordsTest {

    @Test
    void the_longest_run_of_words_is_the_phrase_whatever_its_case_and_punctuation() {
        assertThat(
                        SharedWords.phrase(
                                "Please say: how many children, under three live here?",
                                "HOW MANY CHILDREN under three use hubs? how many babies?"))
                .contains("how many children under three");
    }

    @Test
    void less_than_four_words_in_a_row_are_no_phrase() {
        assertThat(SharedWords.phrase("how many babies", "how many babies")).isEmpty();
        assertThat(SharedWords.phrase("", "how many babies are there")).isEmpty();
    }
}
