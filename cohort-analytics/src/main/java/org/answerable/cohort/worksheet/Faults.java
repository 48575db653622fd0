package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.InvalidArgument;

/** The faults of a table: the first 100, and how many there are. */
final class Faults {

    private static final int LISTED = 100;
    private static final int SHOWN = 40;

    private final List<FieldError> listed = new ArrayList<>();
    private long count;

    void add(Source row, InvalidArgument fault, String found) {
        add(row.number(), fault.argument(), fault.fault(), found);
    }

    /** A fault of a group of rows, told by its name. */
    void add(String group, InvalidArgument fault) {
        count++;
        if (listed.size() < LISTED) {
            String of = group == null ? "" : shown(group) + ", ";
            listed.add(new FieldError(of + "column " + fault.argument(), fault.fault()));
        }
    }

    private void add(long row, String column, String message, String found) {
        count++;
        if (listed.size() < LISTED) {
            String place = "row " + row + (column.isEmpty() ? "" : ", column " + column);
            String shown = found.isEmpty() ? "" : " Found: " + shown(found);
            listed.add(new FieldError(place, message + shown));
        }
    }

    boolean none() {
        return count == 0;
    }

    /**
     * @throws InvalidInput there is a fault
     */
    void refuse() {
        if (count > listed.size()) {
            listed.add(
                    new FieldError("body", (count - listed.size()) + " more faults were found."));
        }
        if (count > 0) {
            throw new InvalidInput(listed);
        }
    }

    /** Text from outside, short and without control characters, fit for a message. */
    static String shown(String text) {
        return shown(text, SHOWN);
    }

    static String shown(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .forEach(
                        point ->
                                safe.appendCodePoint(
                                        Character.isISOControl(point)
                                                        || Character.getType(point)
                                                                == Character.FORMAT
                                                        || Character.getType(point)
                                                                == Character.SURROGATE
                                                ? '\uFFFD'
                                                : point));
        return text.codePointCount(0, text.length()) > longest
                ? safe.append('…').toString()
                : safe.toString();
    }
}
