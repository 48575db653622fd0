package org.answerable.cohort.conversion;

import java.util.List;
import org.answerable.cohort.quantity.Thresholds;

/** Everything that conversions take from the editable assumptions. */
public record ModelInputs(
        BirthsModel births, List<SourceRatio> sourceRatios, Thresholds thresholds) {

    public ModelInputs {
        sourceRatios = List.copyOf(sourceRatios);
    }
}
