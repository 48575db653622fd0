package org.answerable.cohort.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedQuestion.Pattern;
import org.answerable.cohort.NeedQuestion.Shares;
import org.answerable.cohort.NeedQuestion.Stratum;
import org.answerable.cohort.statistics.BetaShare;
import org.junit.jupiter.api.Test;

/** Which children share a share, and what each source says of them. */
class SharePatternTest {

    private static final List<Counted> COUNTED =
            List.of(
                    new Counted(0, "E1", "North, the", 1, 0, 10),
                    new Counted(0, "E1", "North, the", 1, 1, 20),
                    new Counted(1, "E2", "South", 9, 0, 30),
                    new Counted(2, "E3", "West", null, 1, 40));

    @Test
    void one_share_for_all_needs_one_class() {
        List<double[]> rows = new SharePattern(shares(Pattern.SAME), COUNTED).rows();
        assertThat(rows).containsExactly(new double[] {30}, new double[] {30}, new double[] {40});
        assertThat(SharePattern.sum(rows)).containsExactly(100);
    }

    @Test
    void the_first_share_that_fits_counts() {
        Shares shares =
                shares(
                        Pattern.STRATA,
                        new Stratum("North, the", null, null, null, 0, 0.4, 30),
                        new Stratum("", 1, 3, null, null, 0.3, 30),
                        new Stratum("E2", null, null, null, null, 0.2, 30),
                        new Stratum("", null, null, 1, 4, 0.1, 30));
        assertThat(new SharePattern(shares, COUNTED).rows())
                .containsExactly(
                        new double[] {10, 20, 0, 0},
                        new double[] {0, 0, 30, 0},
                        new double[] {0, 0, 0, 40});
    }

    @Test
    void children_without_a_share_are_named_and_so_is_a_share_without_children() {
        Shares some = shares(Pattern.STRATA, new Stratum("", 1, 10, null, null, 0.3, 30));
        assertThat(refused(some).errors())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.field()).isEqualTo("strata");
                            assertThat(error.message())
                                    .contains("“West”", "tenth of deprivation is not known")
                                    .contains("aged 1", "one for all others at the end");
                        });
        Shares mistyped =
                shares(
                        Pattern.STRATA,
                        new Stratum("", null, null, null, null, 0.1, 30),
                        new Stratum("Nort", null, null, null, null, 0.3, 30));
        assertThat(refused(mistyped).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("strata[1].group"));
    }

    @Test
    void with_a_gradient_children_of_no_known_tenth_have_the_mean() {
        SharePattern pattern =
                new SharePattern(new Shares(Pattern.GRADIENT, List.of(), List.of(), 2.0), COUNTED);
        List<double[]> rows = pattern.rows();
        assertThat(rows.get(0)[0]).isEqualTo(30);
        assertThat(rows.get(1)[8]).isEqualTo(30);
        assertThat(rows.get(2)[10]).isEqualTo(40);
        Evidence evidence =
                pattern.evidence(List.of(view(0.15, 30), view(1, 30)), SharePattern.sum(rows))
                        .get(0);
        assertThat(evidence.shares()).hasSize(11);
        assertThat(evidence.shares().get(10).mean()).isEqualTo(0.15);
        double known =
                (30 * evidence.shares().get(0).mean() + 30 * evidence.shares().get(8).mean());
        assertThat(known / 60).isCloseTo(0.15, within(1e-9));
        assertThat(evidence.shares().get(0).effectiveSize()).isEqualTo(30);
    }

    @Test
    void a_certain_share_stays_certain_in_every_tenth() {
        SharePattern pattern =
                new SharePattern(new Shares(Pattern.GRADIENT, List.of(), List.of(), 2.0), COUNTED);
        Evidence evidence =
                pattern.evidence(List.of(view(1, 30)), SharePattern.sum(pattern.rows())).get(0);
        assertThat(evidence.shares()).allMatch(share -> share.mean() == 1);
    }

    private static InvalidInput refused(Shares shares) {
        InvalidInput invalid =
                catchThrowableOfType(
                        InvalidInput.class, () -> new SharePattern(shares, COUNTED).rows());
        assertThat(invalid).isNotNull();
        return invalid;
    }

    private static ShareView view(double mean, double size) {
        return new ShareView("", null, "Own", "", "", 1, new BetaShare(mean, size));
    }

    private static Shares shares(Pattern pattern, Stratum... strata) {
        return new Shares(pattern, List.of(), Arrays.asList(strata), null);
    }
}
