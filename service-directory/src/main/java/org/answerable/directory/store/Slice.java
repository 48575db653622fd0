package org.answerable.directory.store;

/**
 * Which rows of an ordered list.
 *
 * @param offset how many are before
 * @param limit how many at most
 */
public record Slice(long offset, int limit) {

    /** Whether the end of the list is nearer than its start, so that it is read backwards. */
    boolean fromEnd(long total) {
        return offset > total / 2;
    }

    /** The same rows, counted from the end. */
    Slice reversed(long total) {
        long last = Math.min(total, offset + limit);
        return new Slice(Math.max(0, total - last), (int) Math.max(0, last - offset));
    }
}
