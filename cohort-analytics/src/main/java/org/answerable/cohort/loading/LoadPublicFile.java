package org.answerable.cohort.loading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import org.answerable.cohort.Actor;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.answerable.cohort.PublicFiles;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetIntake;
import org.answerable.cohort.data.DescriptionRules;
import org.answerable.cohort.quantity.Unit;

/** An analyst loads a publisher's file. */
@ApplicationScoped
public class LoadPublicFile implements PublicFiles {

    private DatasetIntake intake;
    private Clock clock;

    protected LoadPublicFile() {}

    @Inject
    public LoadPublicFile(DatasetIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public LoadReport load(
            DatasetKind kind,
            DatasetDescription description,
            String fileName,
            InputStream file,
            Actor actor,
            Progress progress) {
        actor.require(Role.ANALYST);
        Sample sample = Sample.of(file);
        DatasetDescription checked = checked(kind, description, sample);
        return intake.take(
                checked,
                fileName,
                sample.whole(),
                actor,
                new PublicFile(sample, kind, checked, intake.maxBytes(), progress));
    }

    @Override
    public void check(DatasetKind kind, DatasetDescription description, InputStream file) {
        checked(kind, description, Sample.of(file));
    }

    private DatasetDescription checked(
            DatasetKind kind, DatasetDescription description, Sample sample) {
        if (kind == DatasetKind.REGISTRATIONS || kind == DatasetKind.CONTACTS) {
            throw new InvalidInput(
                    "kind", "Extracts about people have a form of their own: load them there.");
        }
        FileTells tells = sample.tells(kind);
        DatasetDescription checked =
                DescriptionRules.checked(
                        tells.complete(description, kind),
                        clock,
                        Unit.PERSON,
                        Unit.CHILD,
                        Unit.PLACE);
        insistOnUnit(checked, kind == null ? tells.kind() : kind);
        return checked;
    }

    private static void insistOnUnit(DatasetDescription d, DatasetKind kind) {
        boolean people = kind == DatasetKind.POPULATION || kind == DatasetKind.PRACTICE_AREAS;
        if (kind != null && people == d.unit().equals("PLACE")) {
            throw new InvalidInput(
                    java.util.List.of(
                            new FieldError(
                                    "unit",
                                    people
                                            ? "The rows of this file count people or children."
                                            : "The rows of this file are places: choose PLACE.")));
        }
    }
}
