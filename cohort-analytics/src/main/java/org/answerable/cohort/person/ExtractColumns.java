package org.answerable.cohort.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.answerable.cohort.file.CsvRecords;
import org.answerable.cohort.file.Rejections;

/**
 * The columns of an extract by name, in any order. All must be there, and no other may be: a
 * column that nobody asked for may say who somebody is.
 */
final class ExtractColumns {

    private final int[] places;
    private final int width;

    private ExtractColumns(int[] places, int width) {
        this.places = places;
        this.width = width;
    }

    /**
     * Reads the header the reader stands on.
     *
     * @return null when it does not fit; the faults are noted
     */
    static ExtractColumns of(CsvRecords records, List<String> names, Rejections rejections) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < records.fields(); i++) {
            found.add(records.text(i).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_"));
        }
        long before = rejections.count();
        for (String name : found) {
            if (!names.contains(name)) {
                rejections.add(
                        records.line(),
                        name,
                        "",
                        "This column is not in the description of the file. Leave it out. The columns"
                                + " are "
                                + String.join(", ", names)
                                + ".");
            }
        }
        for (String name : names) {
            long times = found.stream().filter(name::equals).count();
            if (times != 1) {
                rejections.add(
                        records.line(),
                        name,
                        "",
                        times == 0
                                ? "This column is missing. The header has "
                                        + found.stream().collect(Collectors.joining(", "))
                                        + "."
                                : "This column is there " + times + " times.");
            }
        }
        if (rejections.count() > before) {
            return null;
        }
        return new ExtractColumns(names.stream().mapToInt(found::indexOf).toArray(), found.size());
    }

    /** The field of a column, counted in the order of the names. */
    int at(int name) {
        return places[name];
    }

    /** Whether the record has as many fields as the header; notes the fault if not. */
    boolean fits(CsvRecords records, Rejections rejections) {
        if (records.fields() == width) {
            return true;
        }
        rejections.add(
                records.line(),
                "",
                "",
                "The line has " + records.fields() + " fields, the header " + width + ".");
        return false;
    }
}
