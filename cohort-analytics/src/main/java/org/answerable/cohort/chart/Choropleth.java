package org.answerable.cohort.chart;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Figure;

/**
 * Areas coloured by their share, rate or count in at most five classes of about as many areas each.
 * The legend gives each class in numbers and how many areas it has; classes differ in lightness, and
 * the highest is hatched, so that colour is not the only sign. Areas without a number are white.
 *
 * <p>Longitude and latitude are drawn as they are, with longitudes shortened by the cosine of the
 * middle latitude: right for a county, not for measuring.
 */
public final class Choropleth {

    private static final List<String> COLOURS =
            List.of("#d4e2f0", "#9dbbd9", "#6690be", "#2f659c", "#12436D");
    private static final int WIDTH = 760;
    private static final int MOST_HEIGHT = 760;
    private static final int TOP = 30;
    private static final int LINE = 24;
    private static final double GRID = 10;

    private final Figure figure;
    private final Measured measured;
    private final Map<String, double[][]> rings = new LinkedHashMap<>();
    private final Map<String, Measured.Point> points = new HashMap<>();
    private double west = Double.MAX_VALUE;
    private double east = -Double.MAX_VALUE;
    private double south = Double.MAX_VALUE;
    private double north = -Double.MAX_VALUE;

    private Choropleth(Figure figure, Map<String, String> outlines) {
        this.figure = figure;
        this.measured = new Measured(figure);
        outlines.forEach((code, json) -> rings.put(code, rings(json)));
        measured.points().forEach(p -> points.put(p.row().code(), p));
    }

    /**
     * @param outlines JSON rings by code of the row
     */
    public static String of(Figure figure, Map<String, String> outlines) {
        return new Choropleth(figure, outlines).draw();
    }

    private String draw() {
        List<Classes.Band> bands =
                Classes.of(
                        points.entrySet().stream()
                                .filter(e -> rings.containsKey(e.getKey()))
                                .map(e -> e.getValue().value())
                                .toList(),
                        COLOURS.size());
        double narrower = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max((east - west) * narrower, 1e-9);
        double high = Math.max(north - south, 1e-9);
        double scale = Math.min(WIDTH / wide, MOST_HEIGHT / high);
        int map = (int) Math.ceil(high * scale);
        int legend = TOP + map + 20;
        Svg svg =
                new Svg(
                        figure.id() + "-map",
                        WIDTH,
                        legend + (bands.size() + 2) * LINE,
                        figure.title() + ": map",
                        figure.sentence() + notes());
        svg.hatching(highest(), "fill=\"" + COLOURS.get(COLOURS.size() - 1) + "\"", "1", "#ffffff");
        svg.text(0, 16, "start", Svg.INK, measured.heading());
        double shift = (WIDTH - wide * scale) / 2;
        StringBuilder none = new StringBuilder();
        List<StringBuilder> drawn = new ArrayList<>();
        bands.forEach(b -> drawn.add(new StringBuilder()));
        rings.forEach(
                (code, outline) -> {
                    Measured.Point point = points.get(code);
                    int at = point == null ? -1 : Classes.place(bands, point.value());
                    StringBuilder path = at < 0 ? none : drawn.get(at);
                    for (double[] ring : outline) {
                        add(path, ring, narrower * scale, scale, shift);
                    }
                });
        svg.group("stroke=\"#ffffff\" stroke-width=\"0.6\" fill-rule=\"evenodd\"");
        for (int i = 0; i < bands.size(); i++) {
            svg.path(drawn.get(i), "fill=\"" + fill(i, bands.size()) + "\"");
        }
        svg.endGroup();
        if (!none.isEmpty()) {
            svg.path(
                    none,
                    "fill=\"#ffffff\" stroke=\"#484949\" stroke-width=\"0.6\" fill-rule=\"evenodd\"");
        }
        legend(svg, bands, legend, !none.isEmpty());
        return svg.done();
    }

    private void legend(Svg svg, List<Classes.Band> bands, int top, boolean none) {
        int y = top;
        for (int i = 0; i < bands.size(); i++) {
            Classes.Band band = bands.get(i);
            svg.rect(
                    0,
                    y,
                    32,
                    16,
                    "fill=\""
                            + fill(i, bands.size())
                            + "\" stroke=\"#484949\" stroke-width=\"0.6\"");
            svg.text(
                    44,
                    y + 13,
                    "start",
                    Svg.INK,
                    band.words() + " – " + band.areas() + (band.areas() == 1 ? " area" : " areas"));
            y += LINE;
        }
        if (none) {
            svg.rect(0, y, 32, 16, "fill=\"#ffffff\" stroke=\"#484949\" stroke-width=\"0.6\"");
            svg.text(44, y + 13, "start", Svg.INK, "no number");
        }
    }

    private String notes() {
        long without =
                measured.points().stream().filter(p -> !rings.containsKey(p.row().code())).count();
        return (without == 0 ? "" : " " + without + " rows have no outline and are not drawn.")
                + Words.note(figure, measured.points().size());
    }

    /** The highest of several classes is the darkest and hatched. */
    private String fill(int at, int classes) {
        return classes > 1 && at == classes - 1
                ? "url(#" + highest() + ")"
                : COLOURS.get(COLOURS.size() - classes + at);
    }

    private String highest() {
        return figure.id() + "-highest";
    }

    /** Points less than a pixel from the one before are left out: a county takes little room. */
    private void add(
            StringBuilder path, double[] ring, double perEast, double perNorth, double shift) {
        long lastX = 0;
        long lastY = 0;
        int kept = 0;
        int begun = path.length();
        for (int i = 0; i + 1 < ring.length; i += 2) {
            long x = Math.round((shift + (ring[i] - west) * perEast) * GRID);
            long y = Math.round((TOP + (north - ring[i + 1]) * perNorth) * GRID);
            if (kept == 0 || Math.abs(x - lastX) + Math.abs(y - lastY) >= GRID) {
                path.append(kept == 0 ? 'M' : 'l');
                place(path, x - lastX);
                path.append(y < lastY ? "" : " ");
                place(path, y - lastY);
                lastX = x;
                lastY = y;
                kept++;
            }
        }
        if (kept < 3) {
            path.setLength(begun);
        } else {
            path.append('Z');
        }
    }

    private static void place(StringBuilder path, long tenths) {
        path.append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10);
        if (tenths % 10 != 0) {
            path.append('.').append(Math.abs(tenths) % 10);
        }
    }

    private double[][] rings(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().stream()
                    .map(ring -> ring(ring.asJsonArray()))
                    .toArray(double[][]::new);
        } catch (JsonException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "An outline is no list of rings: " + e.getMessage(), e);
        }
    }

    private double[] ring(JsonArray corners) {
        double[] ring = new double[corners.size() * 2];
        for (int i = 0; i < corners.size(); i++) {
            JsonArray corner = corners.getJsonArray(i);
            double x = corner.getJsonNumber(0).doubleValue();
            double y = corner.getJsonNumber(1).doubleValue();
            ring[2 * i] = x;
            ring[2 * i + 1] = y;
            west = Math.min(west, x);
            east = Math.max(east, x);
            south = Math.min(south, y);
            north = Math.max(north, y);
        }
        return ring;
    }
}
