package org.answerable.directory.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.Practitioner;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.TrainingRegister;
import org.answerable.directory.WorkforceQuestion;
import org.answerable.directory.WorkforceReport;
import org.answerable.directory.WorkforceSummary;
import org.answerable.directory.workforce.store.RegisterTable;

/** The training register over its tables; the use cases change and count it. */
@ApplicationScoped
public class RecordedTraining implements TrainingRegister {

    private RegisterTable register;
    private KeepRegister keep;
    private CountWorkforce count;
    private Clock clock;

    protected RecordedTraining() {}

    @Inject
    public RecordedTraining(
            RegisterTable register, KeepRegister keep, CountWorkforce count, Clock clock) {
        this.register = register;
        this.keep = keep;
        this.count = count;
        this.clock = clock;
    }

    @Override
    public List<Programme> programmes() {
        return register.programmes();
    }

    @Override
    public void add(Programme programme, Actor actor) {
        keep.add(programme, actor);
    }

    @Override
    public List<Practitioner> practitioners(LocalDate on, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.TRAINING_REGISTRAR);
        return register.find(actor.authority(), "", on);
    }

    @Override
    public Optional<Practitioner> find(String reference, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.TRAINING_REGISTRAR);
        return reference == null || reference.isEmpty()
                ? Optional.empty()
                : register.find(actor.authority(), reference, null).stream().findFirst();
    }

    @Override
    public Optional<PractitionerName> name(String reference, Actor actor) {
        actor.require(Role.TRAINING_REGISTRAR);
        return register.name(reference, actor, clock.instant());
    }

    @Override
    public String register(
            Practitioner.Spell spell, PractitionerName name, boolean demonstration, Actor actor) {
        return keep.register(spell, name, demonstration, actor);
    }

    @Override
    public void move(String reference, Practitioner.Spell spell, Actor actor) {
        keep.move(reference, spell, actor);
    }

    @Override
    public void leave(String reference, LocalDate lastDay, Actor actor) {
        keep.leave(reference, lastDay, actor);
    }

    @Override
    public void train(String reference, Practitioner.Training training, Actor actor) {
        keep.train(reference, training, actor);
    }

    @Override
    public void withdraw(String reference, long record, String reason, Actor actor) {
        keep.withdraw(reference, record, reason, actor);
    }

    @Override
    public WorkforceReport report(WorkforceQuestion question, Actor actor) {
        return count.report(question, actor);
    }

    @Override
    public WorkforceReport protectedReport(WorkforceQuestion question, Actor actor) {
        return count.protectedReport(question, actor);
    }

    @Override
    public WorkforceSummary summary() {
        return count.summary();
    }
}
