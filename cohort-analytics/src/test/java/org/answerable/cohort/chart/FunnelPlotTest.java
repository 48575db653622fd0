package org.answerable.cohort.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FunnelPlotTest {

    private static final FunnelPlot.Point INSIDE =
            new FunnelPlot.Point("Boston", 100, 12, "Not significant");
    private static final FunnelPlot.Point OUTSIDE =
            new FunnelPlot.Point("<b>\"West\" & co.</b>", 300, 40, "High (0.001)");

    @Test
    void points_outside_have_another_shape_and_their_name() throws Exception {
        Document svg = parsed(List.of(INSIDE, OUTSIDE));
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
        String words = svg.getDocumentElement().getTextContent();
        assertThat(words).contains("2 areas; 1 outside", "<b>\"West\" & co.</b>");
        assertThat(words).doesNotContain("Boston");
    }

    @Test
    void nothing_in_it_needs_a_style_or_a_script() {
        assertThat(drawn(List.of(INSIDE, OUTSIDE)))
                .doesNotContain("style", "<script", "NaN", "href");
    }

    @Test
    void values_of_nothing_can_be_drawn() throws Exception {
        parsed(List.of(new FunnelPlot.Point("", 5, 0, "Not significant")));
    }

    private static Document parsed(List<FunnelPlot.Point> points) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawn(points).getBytes(StandardCharsets.UTF_8)));
    }

    private static String drawn(List<FunnelPlot.Point> points) {
        return new FunnelPlot(
                        points,
                        10,
                        (tail, n) ->
                                n < 3 ? new double[0] : new double[] {10 - 50 / n, 10 + 50 / n})
                .draw();
    }
}
