package org.answerable.cohort.work;

/** Thrown by the progress of work that somebody stopped; its transaction rolls back. */
final class WorkCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkCancelled() {
        super("Stopped", null, false, false);
    }
}
