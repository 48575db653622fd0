package org.answerable.foi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.answerable.foi.PublicInterestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTemplateTest {

    private static final String REFUSAL =
            "# Title\n\n{{questions}}\n\n## Advice\n\n{{advice}}\n\n## Complaints\n\n{{complaints}}\n\n{{regulator}}";

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void each_kind_has_a_shipped_template_that_the_rules_accept(LetterKind kind) {
        assertThat(LetterTemplate.parse(kind, ShippedTemplates.text(kind)).parts()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void a_template_without_what_the_law_asks_for_is_refused_with_the_law(LetterKind kind) {
        String text = ShippedTemplates.text(kind);
        for (RequiredContent content : RequiredContent.of(kind)) {
            String without = text.replace(content.placeholder().written(), "");
            assertThat(faults(kind, without))
                    .anySatisfy(
                            m ->
                                    assertThat(m)
                                            .contains(
                                                    content.placeholder().written(),
                                                    content.law()));
        }
    }

    @Test
    void R15_a_refusal_keeps_grounds_complaints_and_the_regulator() {
        assertThat(faults(LetterKind.REFUSAL, "# Title\n\nNo."))
                .anyMatch(m -> m.contains("{{questions}}") && m.contains("section 17(1)"))
                .anyMatch(m -> m.contains("{{complaints}}") && m.contains("section 17(7)(a)"))
                .anyMatch(m -> m.contains("{{regulator}}") && m.contains("section 17(7)(b)"));
    }

    @Test
    void unknown_placeholders_are_named_with_their_line() {
        assertThat(faults(LetterKind.REFUSAL, REFUSAL + "\n\nDear {{name}},\n{{refrence}}"))
                .containsExactly(
                        "Line 15: {{name}} is not known: use one of the list below.",
                        "Line 16: {{refrence}} is not known: use one of the list below.");
    }

    @Test
    void a_placeholder_for_paragraphs_needs_a_line_of_its_own_and_each_is_closed() {
        assertThat(faults(LetterKind.REFUSAL, REFUSAL + "\nSee {{questions}}\n{{date"))
                .containsExactly(
                        "Line 14: {{questions}} stands for whole paragraphs: give it a line of its"
                                + " own.",
                        "Line 15: a placeholder is not closed: write it like {{reference}}.");
    }

    @Test
    void a_letter_has_one_title_and_it_comes_first() {
        assertThat(faults(LetterKind.REFUSAL, REFUSAL.substring(2)))
                .containsExactly("Line 1: begin with the title of the letter, as “# Title”.");
        assertThat(faults(LetterKind.REFUSAL, REFUSAL + "\n# Again"))
                .containsExactly(
                        "Line 14: the title (“# ”) is the first line, once: use “## ” here.");
    }

    @Test
    void a_template_that_is_too_long_is_refused() {
        assertThat(faults(LetterKind.REFUSAL, REFUSAL + "\n" + "a".repeat(20_001)))
                .singleElement()
                .asString()
                .contains("20,000");
    }

    @Test
    void values_are_text_and_never_template() {
        String body =
                body(
                        LetterKind.REFUSAL,
                        facts("{{regulator}} <script>", question(false, "s.43(2)")));
        assertThat(body).contains("{{regulator}} &lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void R15_the_grounds_stand_with_their_section_why_and_the_public_interest() {
        assertThat(body(LetterKind.REFUSAL, facts("words", question(false, "s.43(2)"))))
                .contains("s.43(2) of the Act: Subject.", "Why it applies.")
                .contains("Openness.", "Harm.", "Harm weighs more.");
    }

    @Test
    void R14_a_refusal_for_cost_carries_advice_and_any_other_has_no_empty_heading() {
        assertThat(body(LetterKind.REFUSAL, facts("", question(false, "s.12(1)"))))
                .contains("<h2>Advice</h2>", "section 16");
        assertThat(body(LetterKind.REFUSAL, facts("", question(false, "s.43(2)"))))
                .doesNotContain("<h2>Advice</h2>", "section 16");
    }

    @Test
    void R21_environmental_questions_get_the_reconsideration_of_the_regulations() {
        assertThat(body(LetterKind.REFUSAL, facts("", question(true, "r12(5)(e)"))))
                .contains("regulation 11", "regulation 18", "r12(5)(e) of the Regulations")
                .doesNotContain("internal review");
        assertThat(body(LetterKind.REFUSAL, facts("", question(false, "s.43(2)"))))
                .contains("internal review")
                .doesNotContain("regulation 11");
    }

    private static List<String> faults(LetterKind kind, String text) {
        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> LetterTemplate.parse(kind, text));
        return refused.errors().stream().map(FieldError::message).toList();
    }

    private static String body(LetterKind kind, LetterFacts facts) {
        return FinishedLetter.of(LetterTemplate.parse(kind, REFUSAL), facts).body();
    }

    private static LetterFacts.AskedQuestion question(boolean environmental, String code) {
        return new LetterFacts.AskedQuestion(
                1,
                "What did it cost? {{regulator}} <script>",
                environmental,
                "Refused",
                "",
                "",
                List.of(
                        new LetterFacts.CitedGround(
                                code,
                                "Subject",
                                "Why it applies.",
                                Optional.of(
                                        new PublicInterestTest(
                                                "Openness.", "Harm.", "Harm weighs more.")))),
                List.of());
    }

    private static LetterFacts facts(String words, LetterFacts.AskedQuestion question) {
        return new LetterFacts(
                "An Authority",
                List.of("Ann"),
                "Ann",
                "LCC-2024-0001",
                "Subject",
                LocalDate.of(2024, 3, 21),
                LocalDate.of(2024, 4, 9),
                Optional.empty(),
                "Olive",
                List.of(question),
                LetterDetails.ofWords(words));
    }
}
