package org.answerable.cohort.export;

import static org.answerable.cohort.Samples.figure;
import static org.answerable.cohort.Samples.row;
import static org.answerable.cohort.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.answerable.cohort.Figure;
import org.junit.jupiter.api.Test;

class FigureJsonTest {

    private static final Figure FIGURE =
            figure(
                    "Babies <&> \"quotes\"",
                    table(row("Shire", 12, 3_000_000_000L), row("A", 0, 9)));

    @Test
    void what_is_written_is_read_back_equal() {
        assertThat(FigureJson.read(FigureJson.write(FIGURE))).isEqualTo(FIGURE);
    }

    @Test
    void a_released_figure_has_its_policy_and_not_the_name_of_the_analyst() {
        Figure released =
                FIGURE.releasedAs(
                        new Figure.Release(
                                "small-counts-7 version 1",
                                "Rule.",
                                "Paper.",
                                Instant.parse("2026-03-03T10:00:00Z"),
                                FIGURE.tableSha256()));
        assertThat(FigureJson.read(FigureJson.write(released))).isEqualTo(released);
        assertThat(FigureJson.write(released))
                .contains("small-counts-7 version 1", "An analyst of shire-cc")
                .doesNotContain("Ana Lyst");
    }
}
