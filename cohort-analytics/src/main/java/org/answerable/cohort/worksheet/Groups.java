package org.answerable.cohort.worksheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.InvalidArgument;

/**
 * What is gathered for each group of rows, in the order in which the groups first come. Rows of a group
 * usually lie together, so the group before is tried first.
 */
final class Groups<T> {

    /** As many as a request may make the server hold. */
    private static final int MOST = 500_000;

    private final String column;
    private final boolean named;
    private final Function<String, T> maker;
    private final Map<String, T> groups = new LinkedHashMap<>();
    private String before;
    private T current;

    /**
     * @param column that names the group; without it all rows are one
     */
    Groups(Header header, String column, Function<String, T> maker) {
        this.column = column;
        this.named = header.has(column);
        this.maker = maker;
    }

    /**
     * The group of this name.
     *
     * @throws InvalidArgument the name is blank
     */
    T of(String name) {
        if (name.equals(before)) {
            return current;
        }
        if (named && name.isEmpty()) {
            throw new InvalidArgument(column, "This is blank. Say which one the row belongs to.");
        }
        if (groups.size() == MOST && !groups.containsKey(name)) {
            throw new InvalidInput(
                    "body", "There are more than 500,000 groups. Send fewer at once.");
        }
        before = name;
        current = groups.computeIfAbsent(name, maker);
        return current;
    }

    /** Whether groups have names. */
    boolean named() {
        return named;
    }

    /** The groups by their names, in the order in which they first came. */
    Map<String, T> all() {
        return groups;
    }
}
