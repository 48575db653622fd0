package org.answerable.directory.geography;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.InvalidInput;
import org.apache.commons.csv.CSVRecord;

/**
 * Where the columns of the ONS Postcode Directory are. Their names change with the edition: {@code
 * oslaua} once, {@code laua} in between, {@code lad25cd} with the year of the boundaries since 2025.
 */
final class PostcodeColumns {

    /** What is read, with the names it has had, as a pattern. */
    enum Column {
        POSTCODE("pcds", "pcds"),
        INTRODUCED("dointr", "dointr"),
        TERMINATED("doterm", "doterm"),
        LATITUDE("lat", "lat"),
        LONGITUDE("long", "long"),
        COUNTY("oscty or cty25cd", "oscty|cty|cty\\d\\dcd"),
        DISTRICT("oslaua or lad25cd", "oslaua|laua|lad\\d\\dcd"),
        WARD("osward or wd25cd", "osward|ward|wd\\d\\dcd"),
        LSOA11("lsoa11 or lsoa11cd", "lsoa11(cd)?"),
        LSOA21("lsoa21 or lsoa21cd", "lsoa21(cd)?"),
        MSOA21("msoa21 or msoa21cd", "msoa21(cd)?"),
        ICB("icb or icb23cd", "icb(\\d\\dcd)?"),
        SUB_ICB("sicbl, ccg or sicbl24cd", "sicbl(\\d\\dcd)?|ccg|ccg\\d\\dcd"),
        RURAL_URBAN("ru11ind or ruc21ind", "ru\\d\\dind|ruc\\d\\d(ind|cd)?");

        private final String known;
        private final String pattern;

        Column(String known, String pattern) {
            this.known = known;
            this.pattern = pattern;
        }
    }

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> header;

    /**
     * @param header names of the file's columns, in small letters
     * @throws InvalidInput field {@code file}, naming every column that is missing
     */
    PostcodeColumns(List<String> header) {
        this.header = header;
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            int place = place(column);
            if (place < 0) {
                missing.add(column.known);
            } else {
                places.put(column, place);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    "file",
                    "This is no edition of the ONS Postcode Directory that is known here. Missing: "
                            + String.join("; ", missing));
        }
    }

    /** Whether the header is that of a postcode directory. */
    static boolean areIn(List<String> header) {
        return header.contains("pcds");
    }

    String text(CSVRecord row, Column column) {
        return row.get(places.get(column)).strip();
    }

    /** The name that the file has for a column. */
    String name(Column column) {
        return header.get(places.get(column));
    }

    int count() {
        return header.size();
    }

    /** The last that fits: of two classes of rural and urban the later is the newer. */
    private int place(Column column) {
        int place = -1;
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).matches(column.pattern)) {
                place = i;
            }
        }
        return place;
    }
}
