package org.answerable.cohort.chart;

import static org.answerable.cohort.quantity.Counted.children;
import static org.answerable.cohort.quantity.Counted.seen;
import static org.answerable.cohort.quantity.Counted.year;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.answerable.cohort.quantity.CohortOverlap;
import org.answerable.cohort.quantity.Counted;
import org.junit.jupiter.api.Test;

class LexisDiagramTest {

    @Test
    void each_number_is_a_parallelogram_and_what_they_share_is_hatched() {
        String svg = draw(seen(10), children(20));
        assertThat(Pattern.compile("<polygon ").matcher(svg).results()).hasSize(3);
        assertThat(svg).contains("fill=\"url(#lexis-hatching)\"", "First: 10 children");
    }

    @Test
    void without_births_in_common_nothing_is_hatched() {
        String svg = draw(seen(10), seen(20).in(year(2010)));
        assertThat(Pattern.compile("<polygon ").matcher(svg).results()).hasSize(2);
        assertThat(svg).contains("Days of births in common: 0");
    }

    @Test
    void it_is_described_and_carries_no_style_and_no_script() {
        String svg = draw(seen(10).called("<b>&\"'"), children(20));
        assertThat(svg)
                .contains("role=\"img\"", "<title id=\"lexis-title\">", "<desc id=\"lexis-desc\">")
                .doesNotContain("style", "<script", "<b>", "NaN", "Infinity");
    }

    @Test
    void a_band_of_a_lifetime_keeps_its_axes_readable() {
        String svg = draw(children(1).aged(0, 1440), children(2).aged(0, 1440));
        assertThat(Pattern.compile("<text ").matcher(svg).results().count()).isLessThan(40);
    }

    private static String draw(Counted first, Counted second) {
        return LexisDiagram.of(
                first.quantity(),
                second.quantity(),
                CohortOverlap.of(first.quantity(), second.quantity()));
    }
}
