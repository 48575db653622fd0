package org.answerable.cohort.need;

import org.answerable.cohort.statistics.BetaShare;

/**
 * A source as the model uses it: a version of the library's, or one's own.
 *
 * @param prevalenceId empty for one's own
 * @param version null for one's own
 */
record ShareView(
        String prevalenceId,
        Integer version,
        String label,
        String citation,
        String caveat,
        double weight,
        BetaShare share) {}
