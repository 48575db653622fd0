package org.answerable.cohort.measure;

import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Figure;

/** A dataset as the origin of a figure. */
final class Sources {

    private Sources() {}

    static Figure.Source of(Dataset dataset) {
        DatasetDescription d = dataset.description();
        return new Figure.Source(
                dataset.id(),
                dataset.version(),
                d.title(),
                dataset.sha256(),
                d.publisher(),
                d.sourceSystem(),
                d.extractDate(),
                d.licence(),
                d.attribution(),
                d.geographyBasis(),
                d.vintage(),
                d.caveats(),
                dataset.synthetic());
    }
}
