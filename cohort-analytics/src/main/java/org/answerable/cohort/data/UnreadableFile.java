package org.answerable.cohort.data;

/**
 * The file as a whole cannot be read any further: wrong encoding, no header, a line without end.
 */
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final long line;

    UnreadableFile(long line, String message) {
        super(message);
        this.line = line;
    }

    long line() {
        return line;
    }
}
