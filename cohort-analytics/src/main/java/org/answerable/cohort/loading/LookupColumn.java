package org.answerable.cohort.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of area in a look-up: its code, and its name where there is one.
 *
 * @param level place in the order from small to large
 * @param kind for example {@code LSOA}
 * @param year of the boundaries, or null when the name of the column has none
 * @param code position of the code
 * @param name position of the name, or -1
 * @param nameOf position of the code that the name belongs to
 */
record LookupColumn(int level, String kind, String year, int code, int name, int nameOf) {

    private static final List<String> NAMES =
            List.of(
                    "oa", "lsoa", "msoa", "wd", "lad", "ltla", "utla", "cty", "ctyua", "sicbl",
                    "icb", "rgn", "ctry");
    private static final List<String> KINDS =
            List.of(
                    "OA", "LSOA", "MSOA", "WARD", "LAD", "LAD", "COUNTY", "COUNTY", "COUNTY",
                    "SICBL", "ICB", "REGION", "COUNTRY");
    private static final Pattern CODE =
            Pattern.compile(
                    "(oa|lsoa|msoa|wd|lad|ltla|utla|cty|ctyua|sicbl|icb|rgn|ctry)(\\d\\d)?cd");

    /** The columns of a look-up, the smallest areas first; empty when it is none. */
    static List<LookupColumn> of(Header header) {
        List<LookupColumn> found = new ArrayList<>();
        header.places()
                .forEach(
                        (name, at) -> {
                            Matcher code = CODE.matcher(name);
                            if (code.matches()) {
                                found.add(column(header, code, at));
                            }
                        });
        // A column without a year says nothing more where one with a year is of the same kind.
        found.removeIf(
                c ->
                        c.year() == null
                                && found.stream()
                                        .anyMatch(
                                                o ->
                                                        o.kind().equals(c.kind())
                                                                && o.year() != null));
        found.sort(
                Comparator.comparingInt(LookupColumn::level)
                        .thenComparing(c -> String.valueOf(c.year())));
        boolean useful = found.size() > 1 || found.stream().anyMatch(c -> c.name() >= 0);
        return useful ? found : List.of();
    }

    /** The code set of the smallest areas, or null when the header has no year for them. */
    static String finest(Header header) {
        LookupColumn first = of(header).get(0);
        return first.year() == null ? null : first.kind() + "_" + first.year();
    }

    private static LookupColumn column(Header header, Matcher code, int at) {
        String stem = code.group(1);
        int level = NAMES.indexOf(stem);
        String year = code.group(2) == null ? null : "20" + code.group(2);
        int own = header.at(stem + (code.group(2) == null ? "" : code.group(2)) + "nm");
        int yearless = header.at(stem + "nm");
        int name = own >= 0 ? own : yearless;
        int nameOf = own >= 0 || header.at(stem + "cd") < 0 ? at : header.at(stem + "cd");
        return new LookupColumn(level, KINDS.get(level), year, at, name, nameOf);
    }
}
