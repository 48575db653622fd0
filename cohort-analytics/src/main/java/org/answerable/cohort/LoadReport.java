package org.answerable.cohort;

import java.util.List;

/**
 * What became of an upload: all of it was kept, or nothing.
 *
 * @param accepted whether the dataset was kept
 * @param datasetId its reference, or null
 * @param version its version in the series, or 0
 * @param rows rows kept, or rows read when refused
 * @param bytes bytes read
 * @param sha256 hash of the bytes as received, or null when refused
 * @param rejected the first {@value #SHOWN} faults, in file order
 * @param rejectedCount all faults found
 */
public record LoadReport(
        boolean accepted,
        String datasetId,
        int version,
        long rows,
        long bytes,
        String sha256,
        List<RejectedRow> rejected,
        long rejectedCount) {

    /** How many faults are listed one by one. */
    public static final int SHOWN = 100;

    public LoadReport {
        rejected = List.copyOf(rejected);
    }
}
