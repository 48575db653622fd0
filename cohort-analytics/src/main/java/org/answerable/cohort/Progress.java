package org.answerable.cohort;

/** Told now and then how far a load has come. */
@FunctionalInterface
public interface Progress {

    /** For callers that do not ask. */
    Progress NONE = (rows, bytes) -> {};

    void reached(long rows, long bytes);

    /**
     * Told once which process of the database server does the work, so that a long statement can be
     * stopped as well.
     */
    default void worksIn(int backend) {}
}
