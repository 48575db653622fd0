package org.answerable.directory;

/** There was such a record, and it was erased for good (HTTP 410). */
public class Erased extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Erased() {
        super("This record was erased. Its id will not be used again.");
    }
}
