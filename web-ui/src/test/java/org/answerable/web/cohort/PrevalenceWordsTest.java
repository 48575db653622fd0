package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Kind;
import org.answerable.cohort.Prevalence.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrevalenceWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0.15, 15%",
        "0.10, 10%",
        "0.235, 23.5%",
        "1, 100%",
        "1.00, 100%",
        "0, 0%",
        "0.0005, 0.05%"
    })
    void a_share_is_said_as_a_percentage_with_the_digits_that_were_given(
            String share, String said) {
        assertThat(PrevalenceWords.percent(new BigDecimal(share))).isEqualTo(said);
    }

    @Test
    void an_effective_size_is_said_as_the_range_that_it_means() {
        Prevalence entry = entry("0.15", spread(Kind.EFFECTIVE_SIZE, "30", null, null, null));
        assertThat(PrevalenceWords.range(entry))
                .isEqualTo("4.8% to 29.5% in 95 of 100 such populations");
        assertThat(PrevalenceWords.rangeInFull(entry)).contains("from 4.8% to 29.5%");
        assertThat(PrevalenceWords.spread(entry)).isEqualTo("Effective size 30");
    }

    @Test
    void a_deviation_and_an_interval_are_said_with_their_effective_size() {
        assertThat(
                        PrevalenceWords.spread(
                                entry(
                                        "0.15",
                                        spread(Kind.LOGIT_DEVIATION, null, "0.5", null, null))))
                .isEqualTo(
                        "Standard deviation between studies 0.5 on the logit scale: effective size"
                                + " 30.4");
        assertThat(
                        PrevalenceWords.spread(
                                entry(
                                        "0.15",
                                        spread(
                                                Kind.PREDICTION_INTERVAL,
                                                null,
                                                null,
                                                "0.05",
                                                "0.3"))))
                .startsWith("95% prediction interval 5% to 30%: effective size ");
    }

    @Test
    void an_entry_that_no_estimate_can_use_says_why() {
        assertThat(PrevalenceWords.range(entry(null, Spread.none())))
                .isEqualTo("For reading only: the source gives no share");
        assertThat(PrevalenceWords.range(entry("0.5", Spread.none())))
                .isEqualTo("For reading only: how much populations differ is not known");
        assertThat(
                        PrevalenceWords.rangeInFull(
                                entry("1", spread(Kind.EFFECTIVE_SIZE, "4", null, null, null))))
                .contains("leaves no room for populations to differ");
        assertThat(PrevalenceWords.share(entry(null, Spread.none()))).isEqualTo("No share given");
    }

    private static Spread spread(
            Kind kind, String size, String deviation, String low, String high) {
        return new Spread(kind, number(size), number(deviation), number(low), number(high));
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }

    private static Prevalence entry(String share, Spread spread) {
        return new Prevalence(
                "P1",
                1,
                "Disorganised attachment",
                "Some families",
                number(share),
                spread,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                LocalDate.of(2026, 1, 5),
                "Owner",
                Instant.EPOCH,
                "ana",
                "first");
    }
}
