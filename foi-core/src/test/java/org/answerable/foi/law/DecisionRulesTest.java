package org.answerable.foi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

    private static final ExemptionCatalogue CATALOGUE = new ShippedCatalogue();
    private static final PublicInterestTest TEST =
            new PublicInterestTest(
                    "Openness.", "Harm to bidding.", "Harm weighs more until award.");

    @Test
    void the_catalogue_offers_no_s35_and_knows_absolute_from_qualified_I4() {
        assertThat(CATALOGUE.all("FOIA")).extracting(ExemptionEntry::code).doesNotContain("s.35");
        assertThat(CATALOGUE.all("FOIA")).extracting(ExemptionEntry::code).doesNotHaveDuplicates();
        assertThat(test("s.21")).isEqualTo(ExemptionEntry.Test.ABSOLUTE);
        assertThat(test("s.43(2)")).isEqualTo(ExemptionEntry.Test.QUALIFIED);
        assertThat(test("s.40(2) with (3A)")).isEqualTo(ExemptionEntry.Test.ABSOLUTE);
        assertThat(test("s.40(2) with (3B)")).isEqualTo(ExemptionEntry.Test.QUALIFIED);
        assertThat(test("s.12(1)")).isEqualTo(ExemptionEntry.Test.PROCEDURAL);
        assertThat(CATALOGUE.version("FOIA")).isEqualTo("FOIA grounds 2026-01");
        assertThat(CATALOGUE.all("FOIA")).hasSize(33);
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
                        List.of(Ground.of("s.41", "In confidence.")));
        assertThat(fields(granted)).containsExactly("grounds");
    }

    @Test
    void the_cost_limit_is_no_ground_for_part_or_ncnd_I3_R16() {
        Answer part =
                new Answer(
                        "Some.",
                        Optional.of(HeldStatus.HELD),
                        Optional.of(Outcome.PART),
                        List.of(Ground.of("s.12(1)", "Too long.")),
                        "One year of it.");
        assertThat(fields(part)).containsExactly("grounds[0].code");
        Answer unsearched =
                new Answer(
                        "",
                        Optional.of(HeldStatus.NOT_CONFIRMED),
                        Optional.of(Outcome.REFUSED),
                        List.of(Ground.of("s.12(2)", "Finding out takes 30 hours.")));
        assertThat(fields(unsearched)).containsExactly("advice"); // R14
        Answer helpful =
                new Answer(
                        "",
                        unsearched.heldStatus(),
                        unsearched.outcome(),
                        unsearched.grounds(),
                        "One year of it could be searched.");
        assertThat(fields(helpful)).isEmpty();
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
        assertThat(fields(refused(Ground.of("s.41", "Here."), Ground.of("s.41", "There."))))
                .containsExactly("grounds[1].code");
    }

    @Test
    void s21_says_where_and_s14_2_names_the_earlier_answer_I4() {
        Ground published = Ground.of("s.21", "Published.");
        assertThat(fields(refused(published))).containsExactly("grounds[0].refersTo");
        assertThat(fields(refused(published.referringTo("javascript:alert(1)"))))
                .containsExactly("grounds[0].refersTo");
        assertThat(fields(refused(published.referringTo("https://example.org/a")))).isEmpty();
        Ground repeated = Ground.of("s.14(2)", "Asked in May.");
        assertThat(fields(refused(repeated.referringTo("the letter of May"))))
                .containsExactly("grounds[0].refersTo");
        assertThat(fields(refused(repeated.referringTo("LCC-2024-0001")))).isEmpty();
    }

    @Test
    void each_regime_has_its_own_grounds_and_s39_leads_from_one_to_the_other_I4() {
        Answer exception = refused(Ground.of("r12(5)(e)", "A tender.", TEST));
        assertThat(fields(exception)).containsExactly("grounds[0].code");
        assertThat(fields(exception, "EIR")).isEmpty();
        assertThat(fields(refused(Ground.of("s.43(2)", "A tender.", TEST)), "EIR"))
                .containsExactly("grounds[0].code");
        assertThat(fields(refused(Ground.of("s.39", "Noise map.", TEST))))
                .containsExactly("grounds[0].code");
    }

    @Test
    void every_exception_but_two_needs_the_public_interest_test_R20() {
        assertThat(CATALOGUE.all("EIR"))
                .filteredOn(e -> e.test() == ExemptionEntry.Test.ABSOLUTE)
                .extracting(ExemptionEntry::code)
                .containsExactly("r12(4)(a)", "r13");
        assertThat(fields(refused(Ground.of("r12(4)(e)", "A memo.")), "EIR"))
                .containsExactly("grounds[0].test");
    }

    @Test
    void under_EIR_not_held_is_an_exception_and_under_FOIA_it_is_none_I3() {
        Answer bare = Answer.of("We searched.", HeldStatus.NOT_HELD, Outcome.NOT_HELD);
        assertThat(fields(bare)).isEmpty();
        assertThat(fields(bare, "EIR")).containsExactly("grounds");
        Answer formal =
                new Answer(
                        "We searched.",
                        Optional.of(HeldStatus.NOT_HELD),
                        Optional.of(Outcome.NOT_HELD),
                        List.of(Ground.of("r12(4)(a)", "Nothing is held.")));
        assertThat(fields(formal, "EIR")).isEmpty();
    }

    @Test
    void only_s36_asks_whether_information_is_statistical_I2() {
        Ground statistics = new Ground("s.36(2)", "Advice.", Optional.of(TEST), "", true);
        assertThat(fields(refused(statistics))).isEmpty();
        assertThat(DecisionRules.needsOpinion(statistics)).isFalse();
        assertThat(DecisionRules.needsOpinion(Ground.of("s.36(2)", "Advice.", TEST))).isTrue();
        Ground wrong = new Ground("s.43(2)", "Bids.", Optional.of(TEST), "", true);
        assertThat(fields(refused(wrong))).containsExactly("grounds[0].statistical");
    }

    @Test
    void the_cost_limit_is_eighteen_hours_R12() {
        assertThat(AppropriateLimit.on(LocalDate.of(2026, 1, 1)).minutes()).isEqualTo(18 * 60);
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
        return fields(answer, "FOIA");
    }

    private static List<String> fields(Answer answer, String regime) {
        return DecisionRules.check(answer, regime, CATALOGUE).stream()
                .map(FieldError::field)
                .toList();
    }
}
