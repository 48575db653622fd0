package org.answerable.cohort.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Quantities;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.QuantityAnswer.Influence;
import org.answerable.cohort.QuantityAnswer.Offer;
import org.answerable.cohort.QuantityAnswer.Overlap;
import org.answerable.cohort.QuantityAnswer.Reason;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.QuantityText;
import org.answerable.cohort.SampleAssumptions;
import org.answerable.cohort.SharedCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published answer FOI 9260205 of Lincolnshire County Council, 9 April 2024: 13,870 families of
 * a year must not be divided by 12,606 or 19,636 children of a day.
 */
class PublishedCaseTest {

    private static final String UNDER_2 = "12606";
    private static final String UNDER_3 = "19636";

    private final Quantities quantities = new CompareQuantities(new SampleAssumptions());

    @Test
    void the_numbers_are_those_of_the_published_answer() throws IOException {
        String answer = Files.readString(SharedCases.foi("published-case-9260205.txt"));
        assertThat(answer)
                .contains("12,606", "13,870", "5981 aged 0", "6625 aged 1", "7030 aged 2");
        assertThat(5981 + 6625).isEqualTo(Integer.parseInt(UNDER_2));
        assertThat(5981 + 6625 + 7030).isEqualTo(Integer.parseInt(UNDER_3));
    }

    @Test
    void a_coverage_of_110_per_cent_is_refused_with_its_reasons() {
        QuantityAnswer answer = answer(UNDER_2, "24");
        assertThat(answer.verdict()).isEqualTo("REFUSED");
        assertThat(answer.comparable()).isFalse();
        assertThat(answer.result()).isEmpty();
        assertThat(codes(answer)).contains("U1", "T1", "T4", "A1", "A2", "A3");
        assertThat(answer.reasons())
                .extracting(Reason::message)
                .contains("13,870 counts families, 12,606 counts children.")
                .allMatch(message -> message.contains("13,870") || message.contains("12,606"));
        assertThat(everything(answer)).doesNotContain("110.0", "1.100");
    }

    @Test
    void a_coverage_of_70_6_per_cent_is_possible_and_refused_all_the_same() {
        QuantityAnswer answer = answer(UNDER_3, "36");
        assertThat(answer.verdict()).isEqualTo("REFUSED");
        assertThat(answer.result()).isEmpty();
        assertThat(codes(answer)).contains("U1", "T1", "T4", "A2", "A3").doesNotContain("A1", "P1");
        assertThat(everything(answer)).doesNotContain("70.6", "0.706");
    }

    @ParameterizedTest
    @CsvSource({"12606, 24", "19636, 36"})
    void nothing_calls_children_families(String count, String months) {
        String grouped = count.substring(0, 2) + "," + count.substring(2);
        assertThat(everything(answer(count, months)))
                .doesNotContain(grouped + " families")
                .contains(grouped + " children");
    }

    @Test
    void one_birth_year_of_four_is_behind_both_numbers() {
        Overlap overlap = answer(UNDER_2, "24").overlap();
        assertThat(overlap.numeratorFirst()).isEqualTo(LocalDate.of(2019, 4, 2));
        assertThat(overlap.numeratorLast()).isEqualTo(LocalDate.of(2023, 4, 1));
        assertThat(overlap.numeratorDays()).isEqualTo(1461);
        assertThat(overlap.denominatorFirst()).isEqualTo(LocalDate.of(2022, 4, 3));
        assertThat(overlap.denominatorLast()).isEqualTo(LocalDate.of(2024, 4, 2));
        assertThat(overlap.denominatorDays()).isEqualTo(731);
        assertThat(overlap.commonFirst()).contains(LocalDate.of(2022, 4, 3));
        assertThat(overlap.commonLast()).contains(LocalDate.of(2023, 4, 1));
        assertThat(overlap.days()).isEqualTo(364);
        assertThat(overlap.shareOfNumerator()).isEqualTo(0.249, within(0.0005));
    }

    @Test
    void two_birth_years_of_four_are_behind_both_when_two_year_olds_are_added() {
        Overlap overlap = answer(UNDER_3, "36").overlap();
        assertThat(overlap.days()).isEqualTo(729);
        assertThat(overlap.shareOfNumerator()).isEqualTo(0.499, within(0.0005));
    }

    @Test
    void the_modelled_reach_is_about_59_per_cent_with_its_range() {
        for (QuantityAnswer answer : List.of(answer(UNDER_2, "24"), answer(UNDER_3, "36"))) {
            Offer offer = families(answer);
            assertThat(offer.number().orElseThrow().central()).isEqualTo(23_460, within(0.001));
            assertThat(offer.number().orElseThrow().low()).isEqualTo(6500 * 3.2, within(0.001));
            assertThat(offer.number().orElseThrow().high())
                    .isEqualTo(7300 * 3.6 + 800, within(0.001));
            assertThat(offer.outcome().orElseThrow().central()).isEqualTo(0.591, within(0.0005));
            assertThat(offer.outcome().orElseThrow().words())
                    .isEqualTo("about 59.1% (51.2% to 66.7%)");
            assertThat(answer.paragraph()).startsWith("About 59%, modelled; between 51% and 67%");
        }
    }

    @Test
    void the_tornado_shows_what_the_reach_hangs_on() {
        assertThat(families(answer(UNDER_3, "36")).influences())
                .extracting(Influence::low, Influence::high, Influence::atLow, Influence::atHigh)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("3.20", "3.60", "62.8%", "55.8%"),
                        org.assertj.core.groups.Tuple.tuple("6,500", "7,300", "62.8%", "55.9%"),
                        org.assertj.core.groups.Tuple.tuple("0", "800", "59.1%", "57.2%"));
    }

    @Test
    void with_children_under_2_engaged_the_reach_would_be_73_per_cent() {
        QuantityAnswer answer =
                quantities.compare(
                        Asked.coverage(
                                Asked.with(Asked.families(), "age.to", "24"),
                                Asked.children(UNDER_2, "24")));
        assertThat(families(answer).number().orElseThrow().central())
                .isEqualTo(18_906, within(0.001));
        assertThat(families(answer).outcome().orElseThrow().central())
                .isEqualTo(0.73, within(0.005));
    }

    @Test
    void on_the_day_the_children_live_in_fewer_families() {
        assertThat(families(answer(UNDER_2, "24")).notes())
                .anyMatch(note -> note.contains("about 12.0 thousand families (× 0.956)"));
        assertThat(families(answer(UNDER_3, "36")).notes())
                .anyMatch(note -> note.contains("about 17.7 thousand families (× 0.900)"));
    }

    @Test
    void the_numerator_is_told_as_years_of_maternities() {
        assertThat(families(answer(UNDER_3, "36")).notes())
                .anyMatch(note -> note.contains("2.01 years of maternities"));
    }

    @Test
    void the_modelled_number_comes_with_its_assumptions_and_what_needs_a_source() {
        QuantityAnswer answer = answer(UNDER_2, "24");
        assertThat(families(answer).assumptions()).containsExactly("A2", "A3", "A4", "A5");
        assertThat(answer.assumptions())
                .extracting(Assumption::id)
                .contains("A1", "A2", "A3", "A4", "A5", "A15");
        assertThat(answer.paragraph()).contains("A4 version 3 (needs a source): Statement of A4.");
        assertThat(answer.lexis()).contains("24.9% of the first");
    }

    @Test
    void changing_one_gap_changes_the_result_and_the_record() {
        QuantityQuestion kept = Asked.coverage(Asked.families(), Asked.children(UNDER_3, "36"));
        QuantityAnswer answer =
                quantities.compare(
                        new QuantityQuestion(
                                "coverage",
                                kept.numerator(),
                                kept.denominator(),
                                Map.of("A4.within24", "0.2")));
        assertThat(families(answer).number().orElseThrow().central())
                .isEqualTo(6900 * (1 + 0.9 + 0.76 + 0.66), within(0.001));
        assertThat(answer.changed()).containsExactly("A4");
        assertThat(answer.assumptions())
                .filteredOn(a -> a.id().equals("A4"))
                .flatExtracting(Assumption::parts)
                .extracting(Assumption.Part::text)
                .containsExactly("0", "0.2", "0.28", "0.40");
        assertThat(quantities.compare(kept).changed()).isEmpty();
    }

    @Test
    void what_was_not_commissioned_has_no_interval() {
        Map<String, String> zero = Asked.without(Asked.children("0", "24"), "value");
        zero.put("value.structuralZero", "no specialist team was commissioned");
        QuantityAnswer answer =
                quantities.compare(Asked.coverage(zero, Asked.children(UNDER_2, "24")));
        assertThat(codes(answer)).containsExactly("Z1");
        assertThat(answer.result()).isEmpty();
        assertThat(answer.interval()).isEmpty();
        assertThat(answer.headline()).isEqualTo("There is no count to work with");
        assertThat(answer.conversions()).isEmpty();
        assertThat(answer.paragraph())
                .contains("0 (no specialist team was commissioned)", "has no range")
                .doesNotContain("%");
    }

    private QuantityAnswer answer(String count, String months) {
        return quantities.compare(
                new QuantityQuestion(
                        "coverage",
                        new QuantityText("numerator", Asked.families()),
                        new QuantityText("denominator", Asked.children(count, months)),
                        Map.of()));
    }

    private static Offer families(QuantityAnswer answer) {
        return answer.conversions().stream()
                .filter(offer -> offer.name().equals("CHILDREN_TO_FAMILIES"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(QuantityAnswer answer) {
        return answer.reasons().stream().map(Reason::code).toList();
    }

    private static String everything(QuantityAnswer answer) {
        return answer.toString();
    }
}
