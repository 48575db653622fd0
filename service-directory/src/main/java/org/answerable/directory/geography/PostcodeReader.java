package org.answerable.directory.geography;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.geography.PostcodeColumns.Column;
import org.answerable.directory.geography.store.PostcodeRow;
import org.apache.commons.csv.CSVRecord;

/** Reads a row of the ONS Postcode Directory, and says everything that is wrong with it. */
final class PostcodeReader {

    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{8}");
    private static final Pattern DEGREES =
            Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?(E-?[0-9]{1,2})?");
    private static final Pattern MONTH = Pattern.compile("[0-9]{6}");
    private static final Pattern RURAL_URBAN = Pattern.compile("[A-Za-z0-9]{1,9}");

    /** Codes that stand for "there is none" in a country, such as E99999999. */
    private static final String NONE = "99999999";

    private static final double SOUTH = 49;
    private static final double NORTH = 62;
    private static final double WEST = -9;
    private static final double EAST = 3;

    private final PostcodeColumns columns;
    private final List<RejectedRow> faults = new ArrayList<>();
    private long line;

    PostcodeReader(PostcodeColumns columns) {
        this.columns = columns;
    }

    /** What was wrong with the last row; empty when it can be kept. */
    List<RejectedRow> faults() {
        return List.copyOf(faults);
    }

    /** The row, to be used only when there were no faults. */
    PostcodeRow read(CSVRecord row, long rowLine) {
        faults.clear();
        line = rowLine;
        if (row.size() != columns.count()) {
            faults.add(
                    new RejectedRow(
                            line,
                            "",
                            "",
                            "The row has "
                                    + row.size()
                                    + " fields, the header has "
                                    + columns.count()
                                    + "."));
            return null;
        }
        String postcode = postcode(columns.text(row, Column.POSTCODE));
        Double latitude = degrees(row, Column.LATITUDE);
        Double longitude = degrees(row, Column.LONGITUDE);
        boolean none = latitude == null || longitude == null || latitude > 90;
        if (!none
                && (latitude < SOUTH || latitude > NORTH || longitude < WEST || longitude > EAST)) {
            reject(
                    Column.LATITUDE,
                    latitude + ", " + longitude,
                    "This point is not in Great Britain.");
        }
        return new PostcodeRow(
                line,
                postcode,
                none ? null : latitude,
                none ? null : longitude,
                month(row, Column.INTRODUCED),
                month(row, Column.TERMINATED),
                code(row, Column.LSOA11),
                code(row, Column.LSOA21),
                code(row, Column.MSOA21),
                code(row, Column.WARD),
                code(row, Column.DISTRICT),
                code(row, Column.COUNTY),
                code(row, Column.ICB),
                code(row, Column.SUB_ICB),
                ruralUrban(row));
    }

    private String postcode(String text) {
        String postcode = text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        if (!PostcodeText.isWhole(postcode)) {
            reject(Column.POSTCODE, text, "A postcode is expected, such as LN1 1YL.");
        }
        return postcode;
    }

    private Double degrees(CSVRecord row, Column column) {
        String text = columns.text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        if (!DEGREES.matcher(text).matches()) {
            reject(column, text, "Degrees are expected, such as 53.23.");
            return null;
        }
        return Double.valueOf(text);
    }

    private LocalDate month(CSVRecord row, Column column) {
        String text = columns.text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        if (MONTH.matcher(text).matches()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(4)),
                        1);
            } catch (DateTimeException e) {
                reject(column, text, "There is no such month.");
                return null;
            }
        }
        reject(column, text, "Year and month are expected, such as 201404, or nothing.");
        return null;
    }

    private String code(CSVRecord row, Column column) {
        String text = columns.text(row, column);
        if (text.isEmpty() || text.endsWith(NONE)) {
            return null;
        }
        if (!CODE.matcher(text).matches()) {
            reject(
                    column,
                    text,
                    "A code of nine characters is expected, such as E07000138, or nothing.");
        }
        return text;
    }

    private String ruralUrban(CSVRecord row) {
        String text = columns.text(row, Column.RURAL_URBAN);
        if (text.isEmpty()) {
            return null;
        }
        if (!RURAL_URBAN.matcher(text).matches()) {
            reject(Column.RURAL_URBAN, text, "A class such as A1 or UN1 is expected, or nothing.");
        }
        return text;
    }

    private void reject(Column column, String value, String message) {
        faults.add(new RejectedRow(line, columns.name(column), SafeText.shown(value), message));
    }
}
