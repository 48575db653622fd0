package org.answerable.cohort.statistics;

import static org.answerable.cohort.statistics.CaseRows.blank;
import static org.answerable.cohort.statistics.CaseRows.number;
import static org.answerable.cohort.statistics.CaseRows.orZero;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The results of a published R package, recomputed by its suppliers, hold to 1e-9 relative. */
class SuppliedCasesTest {

    private static final double TOLERANCE = 1e-9;
    private static final List<Confidence> BOTH = List.of(Confidence.OF_95, Confidence.OF_998);

    @Test
    void wilson_and_byar_intervals() {
        List<CSVRecord> rows = CaseRows.of("byars_wilson.csv");
        assertThat(rows).hasSize(13);
        for (CSVRecord row : rows) {
            Confidence confidence = Confidence.of(number(row, "confidence"));
            Interval interval =
                    row.get("method").equals("wilson")
                            ? WilsonInterval.of(number(row, "x"), number(row, "n"), confidence)
                            : ByarInterval.of(number(row, "x"), confidence);
            agrees(row, "expected_lower", interval.lower());
            agrees(row, "expected_upper", interval.upper());
        }
    }

    @Test
    void proportions() {
        for (CSVRecord row : CaseRows.of("proportion.csv")) {
            if (blank(row, "numerator") || blank(row, "denominator")) {
                assertThat(row.get("expected_value")).isBlank();
                continue;
            }
            Proportion proportion =
                    new Proportion(Proportion.Method.WILSON, number(row, "multiplier"), BOTH);
            agrees(row, proportion.of(number(row, "numerator"), number(row, "denominator")));
        }
    }

    @Test
    void rates() {
        for (CSVRecord row : CaseRows.of("rate.csv")) {
            if (blank(row, "numerator") || blank(row, "denominator")) {
                assertThat(row.get("expected_value")).isBlank();
                continue;
            }
            Rate rate = new Rate(number(row, "multiplier"), BOTH);
            agrees(row, rate.of(number(row, "numerator"), number(row, "denominator")));
        }
    }

    @Test
    void directly_standardised_rates() {
        Map<String, DirectStandardisation> areas = new LinkedHashMap<>();
        for (CSVRecord row : CaseRows.of("dsr_inputs.csv")) {
            areas.computeIfAbsent(row.get("area"), a -> new DirectStandardisation())
                    .add(orZero(row, "count"), number(row, "pop"), number(row, "stdpop"));
        }
        direct(areas, "dsr_expected.csv", TOLERANCE);
    }

    @Test
    void directly_standardised_rates_of_events_that_are_not_independent() {
        Map<String, DirectStandardisation> areas = new LinkedHashMap<>();
        for (CSVRecord row : CaseRows.of("dsr_nonindependent_inputs.csv")) {
            double[] persons = new double[4];
            for (int i = 0; i < persons.length; i++) {
                persons[i] = orZero(row, "persons_with_" + (i + 1));
            }
            areas.computeIfAbsent(row.get("area"), a -> new DirectStandardisation())
                    .add(
                            orZero(row, "events_total"),
                            number(row, "pop"),
                            number(row, "stdpop"),
                            persons);
        }
        // The origin rounded to 8 decimals.
        direct(areas, "dsr_nonindependent_expected.csv", TOLERANCE);
    }

    private static void direct(
            Map<String, DirectStandardisation> areas, String file, double tolerance) {
        for (CSVRecord row : CaseRows.of(file)) {
            DirectStandardisation area = areas.get(row.get("area"));
            assertThat(area.events()).isEqualTo(number(row, "total_count"));
            assertThat(area.population()).isEqualTo(number(row, "total_pop"));
            Estimate rate = area.rate(number(row, "multiplier"), BOTH);
            boolean misprinted = row.get("area").equals("testdata_1976");
            agrees(row, "expected_value", rate.value());
            agrees(row, "expected_lower95", rate.intervals().get(0).lower());
            agrees(row, "expected_upper95", rate.intervals().get(0).upper());
            if (!misprinted) {
                agrees(row, "expected_lower998", rate.intervals().get(1).lower());
                agrees(row, "expected_upper998", rate.intervals().get(1).upper());
            }
        }
    }

    @Test
    void indirectly_standardised_ratios_and_rates() {
        Map<String, IndirectStandardisation> areas = new LinkedHashMap<>();
        for (CSVRecord row : CaseRows.of("isr_inputs.csv")) {
            areas.computeIfAbsent(row.get("area"), a -> new IndirectStandardisation())
                    .add(
                            orZero(row, "count"),
                            orZero(row, "pop"),
                            number(row, "refcount"),
                            number(row, "refpop"));
        }
        List<CountInterval> counts = BOTH.stream().map(CountInterval::new).toList();
        for (CSVRecord row : CaseRows.of("isr_expected.csv")) {
            IndirectStandardisation area = areas.get(row.get("area"));
            double multiplier = number(row, "multiplier");
            agrees(row, "expected_events", new Value(area.expected()));
            if (row.get("kind").equals("rate")) {
                agrees(row, "ref_rate", area.referenceRate(multiplier));
                agrees(row, area.rate(multiplier, counts));
            } else {
                agrees(row, area.ratio(multiplier, counts));
            }
        }
    }

    @Test
    void means() {
        Map<String, MeanInterval> groups = new LinkedHashMap<>();
        for (CSVRecord row : CaseRows.of("mean_inputs.csv")) {
            for (String group : new String[] {row.get("area"), "No grouping"}) {
                groups.computeIfAbsent(group, g -> new MeanInterval()).add(number(row, "value"));
            }
        }
        for (CSVRecord row : CaseRows.of("mean_expected.csv")) {
            MeanInterval group = groups.get(row.get("area"));
            assertThat(group.n()).isEqualTo((long) number(row, "count"));
            agrees(row, "expected_stdev", group.deviation());
            Estimate mean = group.mean(BOTH);
            agrees(row, "expected_mean", mean.value());
            intervals(row, mean);
        }
    }

    private static void agrees(CSVRecord row, Estimate estimate) {
        agrees(row, "expected_value", estimate.value());
        intervals(row, estimate);
    }

    private static void intervals(CSVRecord row, Estimate estimate) {
        agrees(row, "expected_lower95", estimate.intervals().get(0).lower());
        agrees(row, "expected_upper95", estimate.intervals().get(0).upper());
        agrees(row, "expected_lower998", estimate.intervals().get(1).lower());
        agrees(row, "expected_upper998", estimate.intervals().get(1).upper());
    }

    private static void agrees(CSVRecord row, String column, Result result) {
        String place = column + " of " + row;
        if (blank(row, column)) {
            assertThat(result.available()).as(place).isFalse();
            return;
        }
        double expected = number(row, column);
        assertThat(result.number())
                .as(place)
                .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }
}
