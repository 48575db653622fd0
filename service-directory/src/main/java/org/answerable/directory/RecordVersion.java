package org.answerable.directory;

import java.time.Instant;

/**
 * One version of a record.
 *
 * @param author who proposed it; an import names its source
 * @param approver who let it out
 * @param difference to the version before, in words
 */
public record RecordVersion(
        int number, Instant at, String author, String approver, String reason, String difference) {}
