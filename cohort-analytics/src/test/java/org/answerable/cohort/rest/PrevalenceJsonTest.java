package org.answerable.cohort.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Kind;
import org.answerable.cohort.Prevalence.Spread;
import org.junit.jupiter.api.Test;

class PrevalenceJsonTest {

    @Test
    void an_entry_says_what_a_model_needs_and_not_who_recorded_it() {
        Spread interval =
                new Spread(
                        Kind.PREDICTION_INTERVAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.05")),
                        Optional.of(new BigDecimal("0.30")));
        JsonObject json = json(entry(Optional.of(new BigDecimal("0.15")), interval));
        assertThat(json.getString("id")).isEqualTo("P9");
        assertThat(json.getJsonNumber("share").bigDecimalValue()).isEqualByComparingTo("0.15");
        assertThat(json.getJsonObject("spread").keySet()).containsExactly("kind", "low", "high");
        assertThat(json.getJsonNumber("effectiveSize").doubleValue()).isGreaterThan(0);
        assertThat(json.getJsonObject("range95").getJsonNumber("high").doubleValue())
                .isBetween(0.15, 1.0);
        assertThat(json.getBoolean("usable")).isTrue();
        assertThat(json.getBoolean("needsSource")).isTrue();
        assertThat(json).doesNotContainKeys("citation", "studies", "recordedBy");
    }

    @Test
    void what_is_not_known_is_left_out() {
        JsonObject json = json(entry(Optional.empty(), Spread.none()));
        assertThat(json.getBoolean("usable")).isFalse();
        assertThat(json).doesNotContainKeys("share", "effectiveSize", "range95");
    }

    private static JsonObject json(Prevalence entry) {
        return Json.createReader(new StringReader(PrevalenceJson.list(List.of(entry))))
                .readObject()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static Prevalence entry(Optional<BigDecimal> share, Spread spread) {
        return new Prevalence(
                "P9",
                1,
                "Disorganised attachment",
                "Families of one district",
                share,
                spread,
                Optional.empty(),
                Optional.of(1250),
                Optional.empty(),
                "One district only.",
                LocalDate.of(2026, 1, 5),
                "Owner",
                Instant.EPOCH,
                "ana",
                "first");
    }
}
