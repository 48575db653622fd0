package org.answerable.cohort.need;

import java.util.List;
import org.answerable.cohort.statistics.BetaShare;

/**
 * What one study, or one belief, says of the share in each class of children.
 *
 * @param label its name
 * @param weight how much it is believed, beside the others
 * @param shares one for each class
 */
public record Evidence(String label, double weight, List<BetaShare> shares) {

    public Evidence {
        shares = List.copyOf(shares);
    }
}
