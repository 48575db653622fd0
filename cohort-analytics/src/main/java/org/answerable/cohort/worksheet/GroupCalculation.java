package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.statistics.InvalidArgument;

/** One answer for each group of rows, given after the last row: rows of a group need not lie together. */
abstract class GroupCalculation<T> implements Calculation {

    private final String column;
    private final Groups<T> groups;
    private final Results results;

    /**
     * @param column that names the group
     */
    GroupCalculation(Header header, String column, List<String> results) {
        this.column = column;
        this.groups = new Groups<>(header, column, this::group);
        this.results = new Results(results);
    }

    /** A new group. */
    abstract T group(String name);

    /** Takes a row into its group. */
    abstract void add(T group, Source row);

    /** Answers a group. */
    abstract void answer(T group, Results to);

    /** The first wanted column is the group's. */
    @Override
    public abstract List<String> wanted();

    @Override
    public final List<String> kept() {
        return groups.named() ? List.of(column) : List.of();
    }

    @Override
    public final List<String> results() {
        return results.names();
    }

    @Override
    public final void row(Source row, Sink sink) {
        add(groups.of(row.text(0)), row);
    }

    @Override
    public final void end(Sink sink, Faults faults) throws IOException {
        for (Map.Entry<String, T> entry : groups.all().entrySet()) {
            String name = groups.named() ? entry.getKey() : null;
            try {
                answer(entry.getValue(), results.clear());
            } catch (InvalidArgument fault) {
                faults.add(name, fault);
            }
            if (faults.none()) {
                List<String> cells = name == null ? List.of() : List.of(name);
                sink.row(HeldRow.of(kept(), cells), results);
            }
        }
    }

    /**
     * A number that must be there.
     *
     * @throws InvalidArgument it is blank
     */
    static double needed(Source row, int wanted, String column) {
        double number = row.number(wanted);
        if (Double.isNaN(number)) {
            throw new InvalidArgument(column, "This is blank. Give a number.");
        }
        return number;
    }

    /** A number that counts as 0 when it is blank. */
    static double orZero(Source row, int wanted) {
        double number = row.number(wanted);
        return Double.isNaN(number) ? 0 : number;
    }
}
