package org.answerable.cohort.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.answerable.cohort.conversion.Influence;
import org.junit.jupiter.api.Test;

class TornadoTest {

    private static final List<Influence> INFLUENCES =
            List.of(
                    new Influence("Births", "6,500", "7,300", 0.628, 0.559),
                    new Influence("Moving in", "0", "800", 0.591, 0.572));

    @Test
    void each_input_has_a_bar_with_its_ends_in_words() {
        String svg = Tornado.of("x", 0.591, true, INFLUENCES);
        assertThat(Pattern.compile("fill=\"#12436D\"").matcher(svg).results()).hasSize(2);
        assertThat(svg)
                .contains("55.9% (at 7,300)", "62.8% (at 6,500)", "57.2% (at 800)", ">59.1%<")
                .doesNotContain("style", "NaN");
    }

    @Test
    void the_strongest_bar_spans_the_picture() {
        assertThat(Tornado.of("x", 0.591, true, INFLUENCES)).contains("width=\"340.0\"");
    }

    @Test
    void one_input_without_effect_is_still_drawn() {
        assertThat(Tornado.of("x", 5, false, List.of(new Influence("Same", "1", "1", 5, 5))))
                .contains("5 (at 1)")
                .doesNotContain("NaN");
    }
}
