package org.answerable.directory.geography;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.geography.store.AreaTable.Part;
import org.apache.commons.csv.CSVRecord;

/**
 * A look-up of areas: columns such as LSOA21CD, LSOA21NM, LAD23CD, LAD23NM. Each code becomes an area;
 * where a row has an LSOA of 2021, it is a part of the others.
 */
final class AreaLookup {

    private static final int MOST_AREAS = 300_000;
    private static final int MOST_FAULTS = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern COLUMN =
            Pattern.compile("(lsoa|msoa|wd|lad|ltla|utla|cty|ctyua|sicbl|icb|rgn|ctry)(\\d\\d)?cd");
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{8}");
    private static final Map<String, AreaKind> KINDS =
            Map.ofEntries(
                    Map.entry("wd", AreaKind.WARD),
                    Map.entry("lad", AreaKind.DISTRICT),
                    Map.entry("ltla", AreaKind.DISTRICT),
                    Map.entry("utla", AreaKind.COUNTY),
                    Map.entry("cty", AreaKind.COUNTY),
                    Map.entry("ctyua", AreaKind.COUNTY),
                    Map.entry("sicbl", AreaKind.SUB_ICB),
                    Map.entry("icb", AreaKind.ICB),
                    Map.entry("rgn", AreaKind.REGION),
                    Map.entry("ctry", AreaKind.COUNTRY),
                    Map.entry("lsoa21", AreaKind.LSOA21),
                    Map.entry("lsoa11", AreaKind.LSOA11),
                    Map.entry("msoa21", AreaKind.MSOA21));

    /**
     * A column of codes.
     *
     * @param name the column of their names, or -1
     * @param nameOf the column of the codes that the names belong to: in some files that without a year
     */
    private record Column(AreaKind kind, int code, int name, int nameOf) {

        String nameIn(CSVRecord row) {
            boolean ours = name >= 0 && row.get(nameOf).strip().equals(row.get(code).strip());
            return ours ? row.get(name).strip() : "";
        }
    }

    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final Set<Part> parts = new LinkedHashSet<>();
    private final List<RejectedRow> faults = new ArrayList<>();

    /** Whether a header has a code with its name, or codes beside an LSOA of 2021. */
    static boolean isIn(List<String> header) {
        List<Column> columns = columns(header);
        return columns.size() > 1 || columns.stream().anyMatch(column -> column.name() >= 0);
    }

    /** Reads a file to its end, on top of what was read before. */
    void read(CsvInput csv) {
        List<Column> columns = columns(csv.header());
        CSVRecord row;
        while ((row = csv.next()) != null) {
            read(row, columns, csv);
            if (areas.size() > MOST_AREAS || parts.size() > 10 * MOST_AREAS) {
                throw new InvalidInput("file", "The file has more than " + MOST_AREAS + " areas");
            }
            if (faults.size() > MOST_FAULTS) {
                return;
            }
        }
    }

    Map<String, Area> areas() {
        return areas;
    }

    Set<Part> parts() {
        return parts;
    }

    List<RejectedRow> faults() {
        return faults;
    }

    private void read(CSVRecord row, List<Column> columns, CsvInput csv) {
        List<String> codes = new ArrayList<>();
        String lsoa21 = null;
        if (row.size() != csv.header().size()) {
            faults.add(
                    new RejectedRow(
                            csv.line(),
                            "",
                            "",
                            "The row has "
                                    + row.size()
                                    + " fields, the header has "
                                    + csv.header().size()
                                    + "."));
            return;
        }
        for (Column column : columns) {
            String code = row.get(column.code()).strip();
            if (code.isEmpty()) {
                continue;
            }
            if (!CODE.matcher(code).matches()) {
                faults.add(
                        new RejectedRow(
                                csv.line(),
                                csv.header().get(column.code()),
                                SafeText.shown(code),
                                "A code of nine characters is expected, such as E07000138."));
                continue;
            }
            add(code, column, row);
            codes.add(code);
            if (column.kind() == AreaKind.LSOA21) {
                lsoa21 = code;
            }
        }
        if (lsoa21 != null) {
            for (String code : codes) {
                parts.add(new Part(code, lsoa21));
            }
        }
    }

    private void add(String code, Column column, CSVRecord row) {
        String name = column.nameIn(row);
        Area known = areas.get(code);
        if (known == null || (known.name() == null && !name.isEmpty())) {
            String kept =
                    name.isEmpty()
                            ? null
                            : name.substring(0, Math.min(name.length(), LONGEST_NAME))
                                    .replaceAll("\\p{Cntrl}", " ");
            AreaKind kind = known == null ? column.kind() : known.kind();
            areas.put(code, new Area(code, kept, kind, null, null, false));
        }
    }

    private static List<Column> columns(List<String> header) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher matcher = COLUMN.matcher(header.get(i));
            if (matcher.matches()) {
                String stem = matcher.group(1);
                String year = matcher.group(2) == null ? "" : matcher.group(2);
                AreaKind kind = KINDS.getOrDefault(stem + year, KINDS.get(stem));
                if (kind != null) {
                    int own = header.indexOf(stem + year + "nm");
                    int yearless = header.indexOf(stem + "cd");
                    boolean borrows = own < 0 && yearless >= 0;
                    columns.add(
                            new Column(
                                    kind,
                                    i,
                                    borrows ? header.indexOf(stem + "nm") : own,
                                    borrows ? yearless : i));
                }
            }
        }
        return columns;
    }
}
