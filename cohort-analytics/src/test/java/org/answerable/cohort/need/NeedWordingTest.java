package org.answerable.cohort.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.answerable.cohort.Coupling;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimate.State;
import org.answerable.cohort.NeedLimits;
import org.answerable.cohort.NeedQuestion;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.junit.jupiter.api.Test;

/** Estimates in words that can be copied into an answer. */
class NeedWordingTest {

    private static final List<Counted> BABIES =
            List.of(new Counted(0, "E10000019", "Lincolnshire", null, null, 12_606));
    private static final NeedLimits YEAR = NeedLimits.of(200, 300, 900, 1_700, 2_100);

    @Test
    void the_paragraph_says_each_assumption_the_zero_the_training_and_what_is_not_known() {
        NeedEstimate need = NeedSample.published(1, "");
        assertThat(need.title())
                .isEqualTo(
                        "Estimated need among 12,606 children aged 0 and 1 (under 2) at 2 April 2024");
        assertThat(need.sentence())
                .isEqualTo(
                        "Modelled: of 12,606 children aged 0 and 1 (under 2) at 2 April 2024, 2,038 are"
                                + " expected to have the need, with 95% from 507 to 4,247.");
        assertThat(need.paragraph())
                .contains(
                        "If 10% are affected (Planned for), that is 1,261 children; if 15% are affected"
                                + " (Ordinary families), that is 1,891 children; if 23.5%")
                .contains(
                        "These together, by their weights: 16.2%, 2,038 children, with 95% from 507")
                .contains(
                        "was commissioned for none of these children", "led by a profession of the")
                .contains("has no margin of error", "the gap is the whole of it: 2,038 children")
                .contains("Mellow Bumps (40 people trained); VIG (withheld: a small number)")
                .contains("Training is not counted as a specialist service.")
                .contains("Not known: how many of those in need were seen.")
                .contains("No local observation of the need is in these numbers.\n\nOn 21 March")
                .doesNotContain("families with babies", "12,606 families", "between 507 to");
    }

    @Test
    void what_is_not_known_is_not_said_to_be_none() {
        assertThat(with(State.UNKNOWN).paragraph())
                .contains("was commissioned for a share that is not known of these children.")
                .doesNotContain("margin of error", "none of");
        assertThat(with(State.KNOWN).paragraph())
                .contains("was commissioned for 40% of these children.")
                .doesNotContain("margin of error", "none of");
    }

    @Test
    void one_source_alone_is_said_once() {
        NeedEstimate need = alone("Own", NeedSample.view("P2", "Ordinary families", 0.15, 1));
        assertThat(need.title()).isEqualTo("Own");
        assertThat(need.paragraph())
                .containsOnlyOnce("1,891 children")
                .contains("If 15% are affected (Ordinary families)")
                .doesNotContain("commissioned", "Not known");
        assertThat(need.caveats()).noneMatch(c -> c.contains("disagree"));
        assertThat(need.method())
                .contains("Every child has the same share", "nothing was drawn at random")
                .doesNotContain("mixed by their weights");
    }

    @Test
    void a_certain_share_leaves_nothing_uncertain() {
        NeedEstimate need = alone("", NeedSample.view("P2", "Everybody", 1, 1));
        assertThat(need.wouldChange()).isEqualTo("Nothing is uncertain in this estimate.");
    }

    @Test
    void what_matters_most_comes_first() {
        NeedEstimate need = NeedSample.published(1, "");
        assertThat(need.wouldChange())
                .startsWith("What matters most is how much populations differ")
                .contains("Which source is believed moves it from 1,261 to 2,962.")
                .endsWith("a better count of children would hardly change it.");
    }

    @Test
    void the_method_says_how_limits_come_about() {
        NeedQuestion question =
                NeedSample.question(
                        "",
                        Pattern.STRATA,
                        List.of(
                                new Stratum("E1", null, null, null, null, 0.25, 30),
                                new Stratum("", null, null, null, null, 0.15, 30)),
                        Coupling.INDEPENDENT,
                        true,
                        null);
        NeedEstimate need =
                NeedSample.estimate(
                        question,
                        List.of(
                                new Counted(0, "E1", "One", null, null, 3_447),
                                new Counted(1, "E2", "Two", null, null, 9_159)),
                        List.of(),
                        null,
                        true);
        assertThat(need.method())
                .contains("A share is stated for each group", "err each for itself")
                .contains("children who are really affected", "2,000 draws with seed 1");
        assertThat(need.caveats())
                .anyMatch(c -> c.contains("The children are invented"))
                .anyMatch(c -> c.contains("Values of areas are modelled"));
    }

    private static NeedEstimate alone(String title, ShareView view) {
        NeedQuestion question =
                NeedSample.question(title, Pattern.SAME, List.of(), Coupling.SHARED, false, null);
        return NeedSample.estimate(question, BABIES, List.of(view), null, false);
    }

    private static NeedEstimate with(State specialist) {
        NeedQuestion question =
                NeedSample.question("", Pattern.SAME, List.of(), Coupling.SHARED, false, null);
        return NeedSample.estimate(
                question, BABIES, NeedSample.THREE, NeedSample.provision(specialist, YEAR), false);
    }
}
