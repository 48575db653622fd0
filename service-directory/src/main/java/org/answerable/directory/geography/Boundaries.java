package org.answerable.directory.geography;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.geography.store.AreaTable.Part;
import org.answerable.directory.geography.store.AreaTable.Point;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Boundaries of LSOAs as GeoJSON, read feature by feature. Of each, only a point is kept that is surely
 * inside: that of {@link Geometry#getInteriorPoint()}, in the middle of the widest part.
 */
final class Boundaries {

    private static final String FIELD = "file";
    private static final int MOST_POSITIONS = 2_000_000;
    private static final int MOST_FAULTS = 10_000;

    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final List<Point> points = new ArrayList<>();
    private final List<RejectedRow> faults = new ArrayList<>();

    /**
     * @throws InvalidInput it is no collection of features
     */
    void read(InputStream in) {
        try (JsonParser parser = Json.createParser(in)) {
            if (!toFeatures(parser)) {
                throw new InvalidInput(
                        FIELD, "The GeoJSON has no \"features\". A FeatureCollection is expected");
            }
            Iterator<JsonValue> features = parser.getArrayStream().iterator();
            for (int n = 1; features.hasNext() && faults.size() <= MOST_FAULTS; n++) {
                add(n, features.next());
            }
        } catch (JsonException | IllegalStateException e) {
            throw new InvalidInput(FIELD, "The file cannot be read as JSON. Is it complete?");
        }
        if (areas.isEmpty() && faults.isEmpty()) {
            throw new InvalidInput(FIELD, "The GeoJSON has no feature");
        }
    }

    Map<String, Area> areas() {
        return areas;
    }

    /** Each LSOA as a part of itself. */
    List<Part> parts() {
        return areas.keySet().stream().map(code -> new Part(code, code)).toList();
    }

    List<Point> points() {
        return points;
    }

    List<RejectedRow> faults() {
        return faults;
    }

    private static boolean toFeatures(JsonParser parser) {
        if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
            return false;
        }
        while (parser.hasNext()) {
            JsonParser.Event event = parser.next();
            if (event == JsonParser.Event.KEY_NAME) {
                boolean features = parser.getString().equals("features");
                JsonParser.Event value = parser.next();
                if (features) {
                    return value == JsonParser.Event.START_ARRAY;
                }
                skip(parser, value);
            }
        }
        return false;
    }

    private static void skip(JsonParser parser, JsonParser.Event value) {
        if (value == JsonParser.Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == JsonParser.Event.START_ARRAY) {
            parser.skipArray();
        }
    }

    private void add(int number, JsonValue value) {
        String code = "";
        try {
            JsonObject feature = value.asJsonObject();
            JsonObject properties = feature.getJsonObject("properties");
            code = properties == null ? "" : properties.getString("LSOA21CD", "");
            if (!code.matches("[A-Z][0-9]{8}")) {
                throw new IllegalArgumentException(
                        "The property LSOA21CD with a code of nine characters is expected");
            }
            if (areas.containsKey(code)) {
                throw new IllegalArgumentException("This LSOA is in the file already");
            }
            Geometry area =
                    new GeoJsonAreas(MOST_POSITIONS).read(feature.getJsonObject("geometry"));
            Coordinate point = area.getInteriorPoint().getCoordinate();
            String name = properties.getString("LSOA21NM", null);
            areas.put(code, new Area(code, name, AreaKind.LSOA21, null, null, false));
            points.add(new Point(code, point.y, point.x));
        } catch (IllegalArgumentException | ClassCastException e) {
            String message =
                    e instanceof ClassCastException ? "A feature is expected here" : e.getMessage();
            faults.add(
                    new RejectedRow(
                            number,
                            "feature",
                            SafeText.shown(code),
                            message + " (feature " + number + ")."));
        }
    }
}
