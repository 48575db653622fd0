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
    private final StringBuilder svg = new StringBuilder(4096);

    private BarChart(Figure figure) {
        this.figure = figure;
        FigureTable table = figure.table();
        this.byAge = !table.ages().isEmpty() && table.ages().size() <= COLOURS.size();
        this.rows =
                table.rows().isEmpty() || table.rows().size() > MOST_AREAS
                        ? List.of(table.total())
                        : table.rows();
    }

    /** The chart of a figure. */
    public static String of(Figure figure) {
        return new BarChart(figure).draw();
    }

    private String draw() {
        int bars = byAge ? figure.table().ages().size() : 1;
        int top = 34;
        int height = top + rows.size() * (bars * BAR + GAP) + 26;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" width=\"100%\" role=\"img\" aria-labelledby=\"")
                .append(id("title"))
                .append(' ')
                .append(id("desc"))
                .append("\" font-family=\"Arial, sans-serif\" font-size=\"14\">");
        element("title", figure.title());
        element("desc", description());
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        text(0, 16, "start", "#0b0c0c", heading());
        long longest = longest();
        int y = top;
        for (FigureTable.Row row : rows) {
            text(0, y + 15, "start", "#0b0c0c", row.label());
            if (byAge) {
                for (int i = 0; i < bars; i++) {
                    int age = figure.table().ages().get(i);
                    bar(y, "aged " + age, row.counts().get(i), longest, COLOURS.get(i));
                    y += BAR;
                }
            } else {
                bar(y, "", row.sum(), longest, COLOURS.get(0));
                y += BAR;
            }
            y += GAP;
        }
        text(0, height - 8, "start", "#484949", totalLine());
        return svg.append("</svg>").toString();
    }

    private void bar(int y, String label, long count, long longest, String colour) {
        int room = WIDTH - LABELS - VALUES;
        double length = longest == 0 ? 0 : (double) count / longest * room;
        text(LABELS - 8, y + 15, "end", "#0b0c0c", label);
        svg.append("<rect x=\"")
                .append(LABELS)
                .append("\" y=\"")
                .append(y + 1)
                .append("\" width=\"")
                .append(String.format(Locale.ROOT, "%.1f", length))
                .append("\" height=\"")
                .append(BAR - 3)
                .append("\" fill=\"")
                .append(colour)
                .append("\"/>");
        text(LABELS + (int) Math.ceil(length) + 6, y + 15, "start", "#0b0c0c", number(count));
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

    private void element(String name, String content) {
        svg.append('<').append(name).append(" id=\"").append(id(name)).append("\">");
        escaped(content);
        svg.append("</").append(name).append('>');
    }

    /** Unique on a page that shows several figures. */
    private String id(String part) {
        return figure.id() + "-chart-" + part;
    }

    private void text(int x, int y, String anchor, String colour, String content) {
        if (content.isEmpty()) {
            return;
        }
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"")
                .append(colour)
                .append("\">");
        escaped(content);
        svg.append("</text>");
    }

    private static String number(long n) {
        return String.format(Locale.UK, "%,d", n);
    }

    private void escaped(String content) {
        content.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '<' -> svg.append("&lt;");
                                case '>' -> svg.append("&gt;");
                                case '&' -> svg.append("&amp;");
                                case '"' -> svg.append("&quot;");
                                case '\'' -> svg.append("&#39;");
                                default -> svg.appendCodePoint(isXml(c) ? c : 0xFFFD);
                            }
                        });
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }
}
