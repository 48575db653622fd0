package org.answerable.directory.geography;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Polygons of GeoJSON (RFC 7946: WGS 84, longitude first) as geometries. Rings that cross themselves
 * are mended, because boundaries that were simplified by their publisher have some.
 */
final class GeoJsonAreas {

    private static final int SMALLEST_RING = 4;
    private static final int DEEPEST = 8;
    private static final double EAST = 180;
    private static final double NORTH = 90;

    private final GeometryFactory factory = new GeometryFactory();
    private final int mostPositions;
    private int positions;

    /**
     * @param mostPositions positions beyond which it is refused
     */
    GeoJsonAreas(int mostPositions) {
        this.mostPositions = mostPositions;
    }

    /**
     * The area of a geometry, a feature or a collection of them.
     *
     * @throws IllegalArgumentException it is none, or has no area; the message says why
     */
    Geometry read(JsonObject json) {
        List<Polygon> polygons = new ArrayList<>();
        try {
            add(json, polygons, 0);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "A part of the GeoJSON is not of the kind expected", e);
        }
        if (polygons.isEmpty()) {
            throw new IllegalArgumentException("There is no polygon in it");
        }
        Geometry all =
                polygons.size() == 1
                        ? polygons.get(0)
                        : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
        Geometry area = all.isValid() ? all : GeometryFixer.fix(all);
        if (area.isEmpty() || area.getArea() == 0) {
            throw new IllegalArgumentException("Its polygon has no area");
        }
        return area;
    }

    private void add(JsonObject json, List<Polygon> polygons, int depth) {
        if (json == null || depth > DEEPEST) {
            throw new IllegalArgumentException("A geometry is missing");
        }
        switch (json.getString("type", "")) {
            case "FeatureCollection" -> addAll(array(json, "features"), polygons, depth);
            case "GeometryCollection" -> addAll(array(json, "geometries"), polygons, depth);
            case "Feature" -> add(json.getJsonObject("geometry"), polygons, depth + 1);
            case "Polygon" -> polygons.add(polygon(array(json, "coordinates")));
            case "MultiPolygon" ->
                    array(json, "coordinates")
                            .forEach(polygon -> polygons.add(polygon(polygon.asJsonArray())));
            default ->
                    throw new IllegalArgumentException(
                            "A polygon or several are expected, not \""
                                    + json.getString("type", "")
                                    + "\"");
        }
    }

    private void addAll(JsonArray members, List<Polygon> polygons, int depth) {
        members.forEach(member -> add(member.asJsonObject(), polygons, depth + 1));
    }

    private static JsonArray array(JsonObject json, String name) {
        JsonArray array = json.getJsonArray(name);
        if (array == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return array;
    }

    private Polygon polygon(JsonArray rings) {
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("A polygon has no ring");
        }
        List<LinearRing> read = rings.stream().map(JsonValue::asJsonArray).map(this::ring).toList();
        return factory.createPolygon(
                read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonArray ring) {
        Coordinate[] coordinates =
                ring.stream()
                        .map(JsonValue::asJsonArray)
                        .map(this::position)
                        .toArray(Coordinate[]::new);
        if (coordinates.length < SMALLEST_RING
                || !coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
            throw new IllegalArgumentException(
                    "A ring needs at least four positions, the last equal to the first");
        }
        return factory.createLinearRing(coordinates);
    }

    private Coordinate position(JsonArray position) {
        if (++positions > mostPositions) {
            throw new IllegalArgumentException("It has more than " + mostPositions + " positions");
        }
        if (position.size() < 2) {
            throw new IllegalArgumentException("A position needs longitude and latitude");
        }
        double longitude = number(position.get(0));
        double latitude = number(position.get(1));
        if (!(Math.abs(longitude) <= EAST && Math.abs(latitude) <= NORTH)) {
            throw new IllegalArgumentException(
                    "A position is outside the world: degrees are expected, longitude first");
        }
        return new Coordinate(longitude, latitude);
    }

    private static double number(JsonValue value) {
        return ((JsonNumber) value).doubleValue();
    }
}
