package org.answerable.cohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.statistics.DirectStandardisation.Band;
import org.junit.jupiter.api.Test;

class StandardisationTest {

    private static final List<Confidence> AT_95 = List.of(Confidence.OF_95);

    private final Map<String, Band> bands = new LinkedHashMap<>();
    private final Map<String, Double> standard = new LinkedHashMap<>();

    StandardisationTest() {
        bands.put("0-14", new Band(12, 1_800));
        bands.put("15-64", new Band(30, 5_200));
        bands.put("65+", new Band(41, 1_100));
        standard.put("65+", 17_500.0);
        standard.put("0-14", 16_000.0);
        standard.put("15-64", 66_500.0);
    }

    @Test
    void the_standard_is_joined_by_the_band_and_never_by_its_place() {
        double expected =
                (12 / 1_800.0 * 16_000 + 30 / 5_200.0 * 66_500 + 41 / 1_100.0 * 17_500) / 100_000;
        assertThat(DirectStandardisation.of(bands, standard).rate(1, AT_95).value().number())
                .isCloseTo(expected, within(1e-15));
    }

    @Test
    void the_order_of_bands_changes_nothing() {
        Map<String, Band> reversed = new LinkedHashMap<>();
        List.of("65+", "15-64", "0-14").forEach(band -> reversed.put(band, bands.get(band)));
        Estimate one = DirectStandardisation.of(bands, standard).rate(100_000, AT_95);
        Estimate other = DirectStandardisation.of(reversed, standard).rate(100_000, AT_95);
        assertThat(other.value().number())
                .isCloseTo(one.value().number(), within(1e-12 * one.value().number()));
        assertThat(other.intervals().get(0).upper().number())
                .isCloseTo(
                        one.intervals().get(0).upper().number(),
                        within(1e-12 * one.intervals().get(0).upper().number()));
    }

    @Test
    void a_band_missing_on_either_side_is_refused() {
        standard.remove("65+");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> DirectStandardisation.of(bands, standard))
                .withMessageContaining("not in the standard: [65+]");
        standard.put("65-84", 15_000.0);
        standard.put("85+", 2_500.0);
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> DirectStandardisation.of(bands, standard))
                .withMessageContaining("Missing: [65-84, 85+]");
    }

    @Test
    void fewer_than_10_events_give_no_rate_and_10_do() {
        DirectStandardisation area = new DirectStandardisation();
        area.add(9, 100, 1);
        assertThat(area.rate(1, AT_95).value()).isEqualTo(new NotAvailable("fewer than 10 events"));
        area.add(1, 100, 1);
        assertThat(area.rate(1, AT_95).value().available()).isTrue();
    }

    @Test
    void a_band_without_people_and_weights_of_nothing_are_refused() {
        DirectStandardisation area = new DirectStandardisation();
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> area.add(1, 0, 1))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("denominator"));
        area.add(20, 100, 0);
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> area.rate(1, AT_95))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("standard"));
    }

    @Test
    void people_with_one_event_each_give_the_interval_of_independent_events() {
        DirectStandardisation independent = new DirectStandardisation();
        DirectStandardisation counted = new DirectStandardisation();
        DirectStandardisation repeated = new DirectStandardisation();
        for (int band = 1; band <= 3; band++) {
            independent.add(20, 100.0 * band, 10);
            counted.add(20, 100.0 * band, 10, new double[] {20, 0});
            repeated.add(20, 100.0 * band, 10, new double[] {0, 10});
        }
        assertThat(counted.rate(1, AT_95)).isEqualTo(independent.rate(1, AT_95));
        assertThat(repeated.rate(1, AT_95).value()).isEqualTo(independent.rate(1, AT_95).value());
        assertThat(repeated.rate(1, AT_95).intervals().get(0).upper().number())
                .isGreaterThan(independent.rate(1, AT_95).intervals().get(0).upper().number());
    }

    @Test
    void people_by_events_that_do_not_add_up_are_refused() {
        DirectStandardisation area = new DirectStandardisation();
        area.add(20, 100, 1, new double[] {10, 4});
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> area.rate(1, AT_95))
                .withMessageContaining("18.0");
    }

    @Test
    void the_european_standard_has_19_bands_and_100_000_people() {
        Map<String, Double> european = StandardPopulation.european2013();
        assertThat(european).hasSize(19).containsEntry("0-4", 5000.0).containsEntry("90+", 1000.0);
        assertThat(european.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(100_000);
    }

    @Test
    void nothing_expected_gives_no_ratio() {
        IndirectStandardisation area = new IndirectStandardisation();
        area.add(5, 0, 10, 1_000);
        List<CountInterval> counts = List.of(new CountInterval(Confidence.OF_95));
        assertThat(area.ratio(1, counts).value())
                .isEqualTo(new NotAvailable("no events are expected"));
        assertThat(area.rate(1, counts).intervals().get(0).lower().available()).isFalse();
    }

    @Test
    void one_value_has_a_mean_and_no_interval() {
        MeanInterval group = new MeanInterval();
        assertThat(group.mean(AT_95).value().available()).isFalse();
        group.add(7);
        assertThat(group.mean(AT_95).value()).isEqualTo(new Value(7));
        assertThat(group.mean(AT_95).intervals().get(0).lower().available()).isFalse();
        group.add(7);
        assertThat(group.mean(AT_95).intervals().get(0)).isEqualTo(Interval.of(7, 7));
    }
}
