package org.answerable.cohort.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import org.answerable.cohort.Actor;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.quantity.Unit;

/** An analyst loads a population file as a new dataset version. */
@ApplicationScoped
public class LoadDataset {

    private DatasetIntake intake;
    private Clock clock;

    protected LoadDataset() {}

    @Inject
    public LoadDataset(DatasetIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** See {@link org.answerable.cohort.Datasets#load}. */
    public LoadReport load(
            DatasetDescription description,
            String fileName,
            InputStream in,
            Actor actor,
            Progress progress) {
        actor.require(Role.ANALYST);
        DatasetDescription checked =
                DescriptionRules.checked(description, clock, Unit.PERSON, Unit.CHILD);
        return intake.take(
                checked, fileName, in, actor, new PopulationFile(checked.vintage(), progress));
    }

    public long maxBytes() {
        return intake.maxBytes();
    }
}
