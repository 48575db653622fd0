package org.answerable.foi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;
import org.answerable.foi.FieldError;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicInterestTest;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

    private static final ExemptionCatalogue CATALOGUE = new FoiaCatalogue();
    private static final PublicInterestTest TEST =
            new PublicInterestTest(
                    "Openness.", "Harm to bidding.", "Harm weighs more until award.");

    @Test
    void the_catalogue_offers_no_s35_and_knows_absolute_from_qualified_I4() {
        assertThat(CATALOGUE.all()).extracting(ExemptionEntry::code).doesNotContain("s.35");
        assertThat(CATALOGUE.all()).extracting(ExemptionEntry::code).doesNotHaveDuplicates();
        assertThat(test("s.21")).isEqualTo(ExemptionEntry.Test.ABSOLUTE);
        assertThat(test("s.43(2)")).isEqualTo(ExemptionEntry.Test.QUALIFIED);
        assertThat(test("s.40(2) with (3A)")).isEqualTo(ExemptionEntry.Test.ABSOLUTE);
        assertThat(test("s.40(2) with (3B)")).isEqualTo(ExemptionEntry.Test.QUALIFIED);
        assertThat(test("s.12(1)")).isEqualTo(ExemptionEntry.Test.PROCEDURAL);
        assertThat(CATALOGUE.version()).isEqualTo("FOIA grounds 2026-01");
        assertThat(CATALOGUE.all()).hasSize(33);
    }

    @Test
    void a_qualified_exemption_needs_the_public_interest_test_I1() {
        assertThat(fields(refused(Ground.of("s.43(2)", "Bids would rise."))))
                .containsExactly("grounds[0].test");
        assertThat(fields(refused(Ground.of("s.43(2)", "Bids would rise.", TEST)))).isEmpty();
        PublicInterestTest half = new PublicInterestTest("Openness.", " ", "Harm.");
        assertThat(fields(refused(Ground.of("s.43(2)", "Bids would rise.", half))))
                .containsExactly("grounds[0].test");
    }

    @Test
    void an_absolute_exemption_forbids_the_public_interest_test_I1() {
        assertThat(fields(refused(Ground.of("s.41", "Given in confidence.", TEST))))
                .containsExactly("grounds[0].test");
        assertThat(fields(refused(Ground.of("s.41", "Given in confidence.")))).isEmpty();
    }

    @Test
    void withholding_needs_a_ground_and_giving_has_none_I3() {
        assertThat(fields(refused())).containsExactly("grounds");
        Answer granted =
                new Answer(
                        "Here.",
                        Optional.of(HeldStatus.HELD),
                        Optional.of(Outcome.GRANTED),
                        List.of(Ground.of("s.21", "Published.")));
        assertThat(fields(granted)).containsExactly("grounds");
    }

    @Test
    void the_cost_limit_is_no_ground_for_part_or_ncnd_I3_R16() {
        Answer part =
                new Answer(
                        "Some.",
                        Optional.of(HeldStatus.HELD),
                        Optional.of(Outcome.PART),
                        List.of(Ground.of("s.12(1)", "Too long.")));
        assertThat(fields(part)).containsExactly("grounds[0].code");
        Answer unsearched =
                new Answer(
                        "",
                        Optional.of(HeldStatus.NOT_CONFIRMED),
                        Optional.of(Outcome.REFUSED),
                        List.of(Ground.of("s.12(2)", "Finding out takes 30 hours.")));
        assertThat(fields(unsearched)).isEmpty();
    }

    @Test
    void an_outcome_needs_a_held_status_that_fits_it_I5() {
        Answer none = new Answer("Yes.", Optional.empty(), Optional.of(Outcome.GRANTED), List.of());
        assertThat(fields(none)).containsExactly("heldStatus");
        assertThat(fields(Answer.of("Yes.", HeldStatus.NOT_HELD, Outcome.GRANTED)))
                .containsExactly("heldStatus");
        assertThat(fields(Answer.of("We searched.", HeldStatus.NOT_HELD, Outcome.NOT_HELD)))
                .isEmpty();
    }

    @Test
    void a_draft_without_decision_may_be_kept_and_a_decision_without_words_may_not() {
        Answer draft = new Answer("So far.", Optional.empty(), Optional.empty(), List.of());
        assertThat(fields(draft)).isEmpty();
        assertThat(fields(Answer.of(" ", HeldStatus.HELD, Outcome.GRANTED)))
                .containsExactly("narrative");
    }

    @Test
    void an_unknown_or_repeated_ground_is_refused() {
        assertThat(fields(refused(Ground.of("s.35", "Policy."))))
                .containsExactly("grounds[0].code");
        assertThat(fields(refused(Ground.of("s.21", "Here."), Ground.of("s.21", "There."))))
                .containsExactly("grounds[1].code");
    }

    @Test
    void the_outcome_of_a_case_is_derived_from_its_questions() {
        assertThat(CaseOutcome.of(List.of(Outcome.GRANTED, Outcome.GRANTED)))
                .isEqualTo(CaseOutcome.GRANTED);
        assertThat(CaseOutcome.of(List.of(Outcome.NCND))).isEqualTo(CaseOutcome.NCND);
        assertThat(CaseOutcome.of(List.of(Outcome.GRANTED, Outcome.NOT_HELD)))
                .isEqualTo(CaseOutcome.GRANTED_PART_HELD);
        assertThat(CaseOutcome.of(List.of(Outcome.GRANTED, Outcome.REFUSED)))
                .isEqualTo(CaseOutcome.PART);
        assertThat(CaseOutcome.of(List.of(Outcome.REFUSED, Outcome.NOT_HELD)))
                .isEqualTo(CaseOutcome.PART);
    }

    private static ExemptionEntry.Test test(String code) {
        return CATALOGUE.find(code).orElseThrow().test();
    }

    private static Answer refused(Ground... grounds) {
        return new Answer(
                "No.",
                Optional.of(HeldStatus.HELD),
                Optional.of(Outcome.REFUSED),
                List.of(grounds));
    }

    private static List<String> fields(Answer answer) {
        return DecisionRules.check(answer, CATALOGUE).stream().map(FieldError::field).toList();
    }
}
