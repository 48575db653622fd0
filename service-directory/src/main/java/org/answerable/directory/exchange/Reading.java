package org.answerable.directory.exchange;

import java.io.IOException;

/** Where the records of a run are read from. */
@FunctionalInterface
interface Reading {

    /**
     * What was read.
     *
     * @param everything whether it was all that the source has, so that what is not there has vanished
     * @param good whether the next run need only ask for what changed since this one began
     */
    record Outcome(boolean everything, boolean good) {}

    /** Reads the records into the spool. */
    Outcome into(Intake intake) throws IOException;
}
