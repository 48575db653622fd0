package org.answerable.cohort.loading;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.file.CopyRows;
import org.answerable.cohort.file.CsvFiles;
import org.answerable.cohort.file.UnreadableFile;
import org.answerable.cohort.quantity.AreaVintage;

/**
 * Boundaries as GeoJSON (RFC 7946: WGS 84, longitude first), one feature an area, its code in a
 * property such as {@code LSOA21CD}. Kept simplified, for drawing only.
 */
final class BoundariesFile {

    private static final Pattern PROPERTY =
            Pattern.compile(
                    "(lsoa|msoa|wd|lad|ltla|cty|ctyua|icb)(\\d\\d)cd", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> KINDS =
            Map.of(
                    "lsoa", "LSOA", "msoa", "MSOA", "wd", "WARD", "lad", "LAD", "ltla", "LAD",
                    "cty", "COUNTY", "ctyua", "COUNTY", "icb", "ICB");

    private final Loading loading;
    private final Map<String, Long> seen = new HashMap<>();
    private String vintage;
    private String property;

    BoundariesFile(Loading loading) {
        this.loading = loading;
    }

    /** Whether the file that was gone to begins like JSON. The bytes looked at are not used up. */
    static boolean looksLike(CsvFiles files) throws IOException {
        return files.startsWith('{');
    }

    /** The code set of the first feature within the beginning of a file, or null. */
    static String vintage(byte[] beginning) {
        Matcher found =
                Pattern.compile("\"(" + PROPERTY.pattern() + ")\"\\s*:", Pattern.CASE_INSENSITIVE)
                        .matcher(new String(beginning, StandardCharsets.UTF_8));
        return found.find() ? vintage(found.group(1)) : null;
    }

    private static String vintage(String property) {
        Matcher name = PROPERTY.matcher(property);
        return name.matches()
                ? KINDS.get(name.group(1).toLowerCase(java.util.Locale.ROOT))
                        + "_20"
                        + name.group(2)
                : null;
    }

    DatasetFacts load() throws SQLException, IOException {
        loading.execute(
                "CREATE TEMPORARY TABLE boundary_staging (code text, rings text) ON COMMIT DROP");
        loading.copy("boundary_staging", out -> features(loading.files().stream(), out));
        if (loading.sound()) {
            keep();
        }
        return DatasetFacts.of(DatasetKind.BOUNDARIES, loading.rows());
    }

    private void features(InputStream in, CopyRows out) throws SQLException {
        try (JsonParser parser = Json.createParser(in)) {
            try {
                if (parser.next() != JsonParser.Event.START_OBJECT) {
                    throw notGeoJson(parser);
                }
                while (parser.hasNext() && parser.next() == JsonParser.Event.KEY_NAME) {
                    boolean features = parser.getString().equals("features");
                    JsonParser.Event event = parser.next();
                    if (features && event == JsonParser.Event.START_ARRAY) {
                        Iterator<JsonValue> each = parser.getArrayStream().iterator();
                        while (each.hasNext()) {
                            feature(each.next(), parser.getLocation().getLineNumber(), out);
                        }
                    } else if (event == JsonParser.Event.START_OBJECT) {
                        parser.skipObject();
                    } else if (event == JsonParser.Event.START_ARRAY) {
                        parser.skipArray();
                    }
                }
            } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
                throw notGeoJson(parser);
            }
        }
        if (loading.rows() == 0) {
            throw new UnreadableFile(1, "The file has no features.");
        }
    }

    private static UnreadableFile notGeoJson(JsonParser parser) {
        return new UnreadableFile(
                Math.max(1, parser.getLocation().getLineNumber()),
                "This is not GeoJSON: a FeatureCollection with features is expected.");
    }

    private void feature(JsonValue value, long line, CopyRows out) throws SQLException {
        loading.countRow();
        JsonObject feature = value instanceof JsonObject o ? o : JsonValue.EMPTY_JSON_OBJECT;
        String code = code(feature, line);
        List<List<double[]>> rings = rings(feature.get("geometry"));
        if (rings.isEmpty()) {
            loading.rejections()
                    .add(
                            line,
                            "geometry",
                            "",
                            "A Polygon or MultiPolygon in degrees is expected, longitude first (WGS 84).");
        }
        if (loading.sound()) {
            out.row(2);
            out.text(code);
            out.text(Outline.json(rings));
        }
    }

    private String code(JsonObject feature, long line) {
        JsonObject properties =
                feature.get("properties") instanceof JsonObject o ? o : JsonValue.EMPTY_JSON_OBJECT;
        if (property == null) {
            property =
                    properties.keySet().stream()
                            .filter(p -> PROPERTY.matcher(p).matches())
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new UnreadableFile(
                                                    line,
                                                    "No property holds a code of areas, such as LSOA21CD. Found: "
                                                            + org.answerable.cohort.file.SafeText
                                                                    .shown(
                                                                            String.join(
                                                                                    ", ",
                                                                                    properties
                                                                                            .keySet()))
                                                            + "."));
            vintage = vintage(property);
            if (!loading.description().vintage().equals(vintage)) {
                throw new UnreadableFile(
                        line,
                        "The areas of this file are "
                                + vintage
                                + ", the description says "
                                + loading.description().vintage()
                                + ". Correct the description.");
            }
        }
        String code = properties.get(property) instanceof JsonString s ? s.getString() : "";
        Long before = seen.putIfAbsent(code, loading.rows());
        if (!code.matches("[A-Z]\\d{8}")
                || !AreaVintage.valueOf(vintage).prefixes().contains(code.substring(0, 3))) {
            loading.rejections().add(line, property, code, "This is no code of " + vintage + ".");
        } else if (before != null) {
            loading.rejections()
                    .add(line, property, code, "This area is feature " + before + " already.");
        }
        return code;
    }

    private static List<List<double[]>> rings(JsonValue geometry) {
        List<List<double[]>> rings = new ArrayList<>();
        if (geometry instanceof JsonObject shape
                && shape.get("coordinates") instanceof JsonArray all) {
            String type = shape.getString("type", "");
            boolean good = true;
            for (JsonValue part :
                    type.equals("MultiPolygon")
                            ? all
                            : Json.createArrayBuilder().add(all).build()) {
                for (JsonValue ring : part.asJsonArray()) {
                    List<double[]> points = new ArrayList<>();
                    for (JsonValue point : ring.asJsonArray()) {
                        double[] at = point(point);
                        good &= at != null;
                        points.add(at);
                    }
                    rings.add(points);
                }
            }
            return good && type.matches("(Multi)?Polygon") ? rings : List.of();
        }
        return List.of();
    }

    private static double[] point(JsonValue value) {
        if (value instanceof JsonArray pair
                && pair.size() >= 2
                && pair.get(0) instanceof JsonNumber x
                && pair.get(1) instanceof JsonNumber y
                && Math.abs(x.doubleValue()) <= 180
                && Math.abs(y.doubleValue()) <= 90) {
            return new double[] {x.doubleValue(), y.doubleValue()};
        }
        return null;
    }

    private void keep() throws SQLException {
        AreaKeys.add(loading, "SELECT '" + vintage + "' AS vintage, code FROM boundary_staging");
        loading.update(
                "INSERT INTO cohort.area_boundary (dataset_id, area_key, rings) SELECT ?, a.area_key,"
                        + " s.rings FROM boundary_staging s JOIN cohort.area a ON a.vintage = ? AND a.code ="
                        + " s.code ORDER BY a.area_key",
                loading.key(),
                vintage);
        new VintageCheck(loading).of("SELECT code FROM boundary_staging");
    }
}
