package org.answerable.cohort.chart;

import java.util.List;
import java.util.Locale;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;

/**
 * A figure as horizontal bars: for each area one bar a single year of age, or one bar for the sum
 * when there are more ages than colours. Each bar carries its age and its count as text, so that
 * colour is never the only sign, and the counts are those of the table. Attributes only: no style,
 * no script. Colours of the Government Analysis Function's categorical palette.
 */
public final class BarChart {

    private static final List<String> COLOURS = List.of("#12436D", "#28A197", "#801650", "#F46A25");
    private static final int MOST_AREAS = 40;
    private static final int WIDTH = 760;
    private static final int LABELS = 210;
    private static final int VALUES = 90;
    private static final int BAR = 20;
    private static final int GAP = 14;

    private final Figure figure;
    private final boolean byAge;
    private final List<FigureTable.Row> rows;

    private BarChart(Figure figure) {
        this.figure = figure;
        FigureTable table = figure.table();
        this.byAge = !table.ages().isEmpty() && table.ages().size() <= COLOURS.size();
        boolean drawn = !table.rows().isEmpty() && table.rows().size() <= MOST_AREAS;
        this.rows = drawn || table.total() == null ? table.rows() : List.of(table.total());
    }

    /** The chart of a figure. */
    public static String of(Figure figure) {
        return new BarChart(figure).draw();
    }

    private String draw() {
        int bars = byAge ? figure.table().ages().size() : 1;
        int top = 34;
        int height = top + rows.size() * (bars * BAR + GAP) + 26;
        // Unique on a page that shows several figures.
        Svg svg = new Svg(figure.id() + "-chart", WIDTH, height, figure.title(), description());
        svg.text(0, 16, "start", Svg.INK, heading());
        long longest = longest();
        int y = top;
        for (FigureTable.Row row : rows) {
            svg.text(0, y + 15, "start", Svg.INK, row.label());
            if (byAge) {
                for (int i = 0; i < bars; i++) {
                    int age = figure.table().ages().get(i);
                    bar(svg, y, "aged " + age, row.counts().get(i), longest, COLOURS.get(i));
                    y += BAR;
                }
            } else {
                bar(svg, y, "", row.sum(), longest, COLOURS.get(0));
                y += BAR;
            }
            y += GAP;
        }
        if (figure.table().total() != null) {
            svg.text(0, height - 8, "start", Svg.QUIET, totalLine());
        }
        return svg.done();
    }

    private static void bar(Svg svg, int y, String label, long count, long longest, String colour) {
        int room = WIDTH - LABELS - VALUES;
        double length = longest == 0 ? 0 : (double) count / longest * room;
        if (!label.isEmpty()) {
            svg.text(LABELS - 8, y + 15, "end", Svg.INK, label);
        }
        svg.rect(LABELS, y + 1, length, BAR - 3, "fill=\"" + colour + "\"");
        svg.text(LABELS + Math.ceil(length) + 6, y + 15, "start", Svg.INK, number(count));
    }

    private long longest() {
        return rows.stream()
                .flatMap(r -> byAge ? r.counts().stream() : List.of(r.sum()).stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private String heading() {
        String ages = byAge ? "by single year of age" : figure.ageLabel();
        String unit = figure.unit();
        return Character.toUpperCase(unit.charAt(0)) + unit.substring(1) + ", " + ages;
    }

    private String totalLine() {
        FigureTable.Row total = figure.table().total();
        return total.label()
                + " in all: "
                + number(total.sum())
                + " "
                + figure.unit()
                + " "
                + figure.ageLabel();
    }

    private String description() {
        String note =
                figure.table().rows().size() > MOST_AREAS
                        ? " The "
                                + figure.table().rows().size()
                                + " areas are too many to draw; the chart shows the total."
                        : "";
        return figure.sentence() + note + " The table gives the same counts.";
    }

    private static String number(long n) {
        return String.format(Locale.UK, "%,d", n);
    }
}
