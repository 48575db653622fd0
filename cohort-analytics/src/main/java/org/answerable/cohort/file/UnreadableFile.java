package org.answerable.cohort.file;

/**
 * The file as a whole cannot be read any further: wrong encoding, no header, a line without end.
 */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final long line;

    public UnreadableFile(long line, String message) {
        super(message);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
