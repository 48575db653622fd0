package org.answerable.cohort.chart;

import static org.answerable.cohort.Samples.figure;
import static org.answerable.cohort.Samples.row;
import static org.answerable.cohort.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.answerable.cohort.FigureTable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarChartTest {

    @Test
    void every_count_of_the_rows_is_written_beside_its_bar() throws Exception {
        Document svg =
                chart(table(row("Shire", 1500, 300), row("A", 1234, 100), row("B", 266, 200)));
        assertThat(texts(svg, "text"))
                .contains("A", "B", "aged 0", "aged 1", "1,234", "100", "266", "200")
                .contains("Shire in all: 1,800 children aged 0 and 1 (under 2)");
    }

    @Test
    void it_has_a_title_and_a_description() throws Exception {
        Document svg = chart(table(row("Shire", 10, 20)));
        assertThat(texts(svg, "title")).containsExactly("T <b> & \"x\"");
        assertThat(texts(svg, "desc").get(0)).contains("Children aged 0 and 1 (under 2)");
    }

    @Test
    void it_holds_no_style_and_no_script() {
        assertThat(BarChart.of(figure("<script>", table(row("Shire", 10, 20)))))
                .doesNotContain("<script", "<style", "style=", "onload", "href");
    }

    @Test
    void bars_are_as_long_as_their_counts() throws Exception {
        Document svg = chart(table(row("Shire", 300, 100), row("A", 200, 100), row("B", 100, 0)));
        NodeList bars = svg.getElementsByTagName("rect");
        List<Double> widths = new ArrayList<>();
        for (int i = 1; i < bars.getLength(); i++) {
            widths.add(
                    Double.valueOf(
                            bars.item(i).getAttributes().getNamedItem("width").getNodeValue()));
        }
        assertThat(widths).hasSize(4);
        assertThat(widths.get(1)).isEqualTo(widths.get(0) / 2);
        assertThat(widths.get(2)).isEqualTo(widths.get(1));
        assertThat(widths.get(3)).isZero();
    }

    @Test
    void an_empty_population_draws_without_dividing_by_zero() throws Exception {
        assertThat(texts(chart(table(row("Shire", 0, 0))), "text")).contains("0");
    }

    @Test
    void too_many_areas_give_the_total_and_say_so() throws Exception {
        FigureTable.Row[] rows =
                IntStream.range(0, 41)
                        .mapToObj(i -> row("A" + i, 10, 10))
                        .toArray(FigureTable.Row[]::new);
        Document svg = chart(table(row("Shire", 410, 410), rows));
        assertThat(texts(svg, "desc").get(0)).contains("41 areas are too many");
        assertThat(texts(svg, "text")).contains("410").doesNotContain("A0");
    }

    private static Document chart(FigureTable table) throws Exception {
        String svg = BarChart.of(figure("T <b> & \"x\"", table));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg, String element) {
        NodeList nodes = svg.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
