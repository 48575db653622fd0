package org.answerable.cohort.loading;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.data.DatasetFacts;
import org.answerable.cohort.file.CopyRows;

/**
 * The ONS Postcode Directory and the National Statistics Postcode Lookup, with the column names of
 * any year. A postcode with a date of termination is kept: old addresses have it.
 */
final class PostcodesFile {

    /** Columns of the table and the names their source has had. */
    private static final List<String[]> AREAS =
            List.of(
                    new String[] {"lsoa11", "lsoa11(cd)?"},
                    new String[] {"lsoa21", "lsoa21(cd)?"},
                    new String[] {"msoa21", "msoa21(cd)?"},
                    new String[] {"ward", "osward|wd\\d\\dcd"},
                    new String[] {"district", "oslaua|laua|lad\\d\\dcd"},
                    new String[] {"icb", "icb(\\d\\dcd)?"},
                    new String[] {"sub_icb", "ccg|sicbl(\\d\\dcd)?"});

    private static final double NORTH_OF_ALL = 90;

    private final Loading loading;
    private final int postcode;
    private final int ended;
    private final int latitude;
    private final int longitude;
    private final int[] areas;
    private double rowLatitude;
    private double rowLongitude;

    PostcodesFile(Loading loading) {
        Header header = loading.header();
        this.loading = loading;
        this.postcode = header.at("pcds");
        this.ended = header.at("doterm");
        this.latitude = header.at("lat");
        this.longitude = header.at("long");
        this.areas = AREAS.stream().mapToInt(a -> header.like(a[1])).toArray();
    }

    DatasetFacts load() throws SQLException, IOException {
        String columns = String.join(" text, ", AREAS.stream().map(a -> a[0]).toList()) + " text";
        loading.stage(
                "postcode_staging",
                "place bigint, postcode text, ended text, "
                        + columns
                        + ", latitude double precision, longitude double precision",
                new Reading());
        if (loading.sound()) {
            loading.rejectAll(
                    "SELECT max(place), postcode, min(place) & 1099511627775 FROM postcode_staging GROUP"
                            + " BY postcode HAVING count(*) > 1 ORDER BY 1",
                    "pcds",
                    "This postcode is on line %s already.");
        }
        if (loading.sound()) {
            String names =
                    "postcode, ended, " + columns.replace(" text", "") + ", latitude, longitude";
            loading.update(
                    "INSERT INTO cohort.postcode (dataset_id, "
                            + names
                            + ") SELECT ?, "
                            + names
                            + " FROM postcode_staging ORDER BY postcode COLLATE \"C\"",
                    loading.key());
        }
        return DatasetFacts.of(DatasetKind.POSTCODES, loading.rows());
    }

    private final class Reading implements Loading.Row {

        @Override
        public boolean read() {
            if (!loading.text(postcode).matches("[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}")) {
                loading.reject(postcode, "A postcode with one space is expected, such as LN1 1YL.");
            }
            if (!loading.text(ended).matches("(\\d{6})?")) {
                loading.reject(ended, "Year and month are expected, such as 201404, or nothing.");
            }
            IntStream.of(areas)
                    .filter(a -> a >= 0 && !loading.text(a).matches("([A-Z]\\d{8})?"))
                    .forEach(
                            a ->
                                    loading.reject(
                                            a,
                                            "A code of nine characters is expected, or nothing."));
            rowLatitude = degrees(latitude);
            rowLongitude = degrees(longitude);
            if (rowLatitude > NORTH_OF_ALL) {
                // The publisher writes 99.999999 and 0 where a postcode has no place.
                rowLatitude = Double.NaN;
                rowLongitude = Double.NaN;
            }
            return true;
        }

        @Override
        public void write(CopyRows out, long place) throws SQLException {
            out.row(5 + areas.length);
            out.bigint(place);
            out.text(loading.text(postcode));
            out.text(orNull(loading.text(ended)));
            for (int area : areas) {
                out.text(orNull(loading.text(area)));
            }
            out.real(rowLatitude);
            out.real(rowLongitude);
        }
    }

    private double degrees(int column) {
        String text = loading.text(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (text.matches("-?\\d{1,3}(\\.\\d{1,12})?(E-?\\d{1,2})?")) {
            return Double.parseDouble(text);
        }
        loading.reject(column, "Degrees are expected, such as 53.23.");
        return Double.NaN;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
