package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerable.cohort.WorkforceTraining;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.WorkforceSummary;

/** Tells the model of need how many people are trained, as the public may know it. */
@ApplicationScoped
public class DirectoryTraining implements WorkforceTraining {

    private TrainingRegister register;

    protected DirectoryTraining() {}

    @Inject
    public DirectoryTraining(TrainingRegister register) {
        this.register = register;
    }

    @Override
    public Trained trained() {
        WorkforceSummary summary = register.summary();
        return new Trained(
                summary.at(),
                summary.lines().stream()
                        .map(line -> new Programme(line.programme().name(), line.total()))
                        .toList(),
                summary.rule());
    }
}
