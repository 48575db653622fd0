package org.answerable.foi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.answerable.foi.SharedCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionSplitterTest {

    @Test
    void the_published_request_has_its_three_questions() {
        List<String> questions = QuestionSplitter.split(SharedCases.publishedRequest());

        assertThat(questions).hasSize(3);
        assertThat(questions.get(0)).startsWith("How many babies").endsWith("currently?");
        assertThat(questions.get(1)).startsWith("What proportion").endsWith("1 April 2023?");
        assertThat(questions.get(2))
                .startsWith("The Family Hubs")
                .contains("10%", "(see Annex I:", "on p81)", "i.e.")
                .endsWith("led service.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. First?\n2. Second?\n3. Third?",
                "1) First?\n2) Second?\n3) Third?",
                "(1) First?\n(2) Second?\n(3) Third?",
                "a) First?\nb) Second?\nc) Third?",
                "(a) First?\n(b) Second?\n(c) Third?",
                "a. First?\nb. Second?\nc. Third?",
                "Q1 First?\nQ2 Second?\nQ3 Third?",
                "Q1. First?\nQ2. Second?\nQ3. Third?",
                "Question 1: First?\nQuestion 2: Second?\nQuestion 3: Third?",
                "- First?\n- Second?\n- Third?",
                "* First?\n* Second?\n* Third?",
                "• First?\n• Second?\n• Third?",
                "1.First?\r\n2.Second?\r\n3.Third?",
                "  1. First?\n\n  2. Second?\n\n  3. Third?\n"
            })
    void every_way_of_numbering_is_understood(String text) {
        assertThat(QuestionSplitter.split(text)).containsExactly("First?", "Second?", "Third?");
    }

    @Test
    void greeting_and_closing_words_are_no_questions() {
        String text =
                """
                Dear Sir or Madam,

                Please send me the following:

                1. How many health visitors are there?
                2. How many left last year?

                I would like the answer by email.

                Yours faithfully,
                A. Person
                """;
        assertThat(QuestionSplitter.split(text))
                .containsExactly("How many health visitors are there?", "How many left last year?");
    }

    @Test
    void closing_words_without_an_empty_line_end_the_last_question() {
        assertThat(QuestionSplitter.split("1. One?\n2. Two?\nKind regards\nA. Person"))
                .containsExactly("One?", "Two?");
    }

    @Test
    void wrapped_lines_join_their_question() {
        assertThat(QuestionSplitter.split("1. How many\nchildren under\n3 years?\n2. Why?"))
                .containsExactly("How many children under 3 years?", "Why?");
    }

    @Test
    void a_list_inside_a_question_stays_with_it() {
        assertThat(QuestionSplitter.split("1. For each year:\n(a) births\n(b) visits\n2. Costs?"))
                .containsExactly("For each year:\n(a) births\n(b) visits", "Costs?");
    }

    @Test
    void decimals_and_dates_at_the_start_of_a_line_do_not_split() {
        assertThat(
                        QuestionSplitter.split(
                                "1. Why was the budget\n1.5 million lower from\n2.4.2023 on?\n2. And now?"))
                .containsExactly(
                        "Why was the budget 1.5 million lower from 2.4.2023 on?", "And now?");
    }

    @Test
    void numbers_out_of_order_do_not_split() {
        assertThat(
                        QuestionSplitter.split(
                                "1. How many children are aged under\n12. And how many under\n3. Or less?\n2. Why?"))
                .hasSize(2);
    }

    @Test
    void text_without_numbers_is_one_question() {
        assertThat(
                        QuestionSplitter.split(
                                "Dear team,\n\nHow many midwives do you employ?\nPer district, please.\n\nMany thanks\nA. Person"))
                .containsExactly("How many midwives do you employ? Per district, please.");
    }

    @Test
    void thanks_at_the_start_of_a_request_do_not_end_it() {
        assertThat(
                        QuestionSplitter.split(
                                "Dear team,\nThank you for your work. Under the Act, please tell me how many.\n"
                                        + "Thank you,\nA. Person"))
                .containsExactly(
                        "Thank you for your work. Under the Act, please tell me how many.");
    }

    @Test
    void a_single_dash_is_no_list_and_blank_text_has_no_question() {
        assertThat(QuestionSplitter.split("How many?\n- and since when")).hasSize(1);
        assertThat(QuestionSplitter.split(" \n ")).isEmpty();
    }

    @Test
    void control_characters_go_and_everything_else_stays() {
        String kept = "<b>5 < 6</b> \u200F\u202Eשלום 👶🏽\ttab\nline";
        assertThat(ReceivedText.of(kept)).isEqualTo(new ReceivedText(kept, 0));
        assertThat(ReceivedText.of("a\u0000b\u0007c\r\nd\uD800"))
                .isEqualTo(new ReceivedText("abc\nd", 3));
    }
}
