package org.answerable.directory;

/**
 * How an import ended.
 *
 * @param run public id of the run
 * @param state done, refused, failed or stopped
 * @param faulty records that were not published, because something they must have was missing or wrong
 * @param warnings places that were mended or left out
 */
public record ImportReport(
        String run,
        String source,
        String state,
        String message,
        int records,
        int added,
        int changed,
        int unchanged,
        int proposed,
        int vanished,
        int faulty,
        int warnings) {}
