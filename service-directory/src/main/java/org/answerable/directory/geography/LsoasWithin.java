package org.answerable.directory.geography;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.AreaTable.Point;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The LSOAs whose interior point lies in an extent. */
final class LsoasWithin {

    private static final String FIELD = "extent";
    private static final int LONGEST = 8 << 20;
    private static final int MOST_POSITIONS = 200_000;

    private final AreaTable areas;

    LsoasWithin(AreaTable areas) {
        this.areas = areas;
    }

    /** See {@link org.answerable.directory.Geography#lsoasWithin}. */
    Set<String> find(String geoJson) {
        Geometry extent = extent(geoJson);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(extent);
        Envelope box = extent.getEnvelopeInternal();
        Set<String> found = new TreeSet<>();
        for (Point point :
                areas.within(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX())) {
            Coordinate place = new Coordinate(point.longitude(), point.latitude());
            if (prepared.covers(extent.getFactory().createPoint(place))) {
                found.add(point.lsoa21());
            }
        }
        return found;
    }

    private static Geometry extent(String geoJson) {
        if (geoJson == null || geoJson.isBlank() || geoJson.length() > LONGEST) {
            throw new InvalidInput(FIELD, "Give the extent as GeoJSON of at most 8 MB");
        }
        try (JsonReader reader = Json.createReader(new StringReader(geoJson))) {
            return new GeoJsonAreas(MOST_POSITIONS).read(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            throw new InvalidInput(FIELD, "This is not GeoJSON: it cannot be read as JSON");
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(FIELD, e.getMessage());
        }
    }
}
