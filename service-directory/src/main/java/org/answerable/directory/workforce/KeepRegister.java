package org.answerable.directory.workforce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.Contracts;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NotFound;
import org.answerable.directory.Practitioner;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Profession;
import org.answerable.directory.Programme;
import org.answerable.directory.Role;
import org.answerable.directory.input.Checks;
import org.answerable.directory.workforce.store.RegisterTable;

/** An editor keeps the people of the authority and their training; only a registrar gives names. */
@ApplicationScoped
public class KeepRegister {

    private RegisterTable register;
    private Contracts contracts;
    private Geography geography;
    private Clock clock;

    protected KeepRegister() {}

    @Inject
    public KeepRegister(
            RegisterTable register, Contracts contracts, Geography geography, Clock clock) {
        this.register = register;
        this.contracts = contracts;
        this.geography = geography;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.TrainingRegister#add}. */
    @Transactional
    public void add(Programme programme, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        if (!register.add(new RegisterRules().checked(programme), actor, clock.instant())) {
            throw new InvalidInput("code", "There is a programme of this code or name already");
        }
    }

    /** See {@link org.answerable.directory.TrainingRegister#register}. */
    @Transactional
    public String register(
            Practitioner.Spell spell, PractitionerName name, boolean demonstration, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        if (name != null) {
            actor.require(Role.TRAINING_REGISTRAR);
        }
        RegisterRules rules = new RegisterRules();
        Practitioner.Spell cleanSpell = rules.checked(spell, professions(), geography);
        PractitionerName cleanName = rules.checked(name);
        rules.checks().done();
        return register.register(
                cleanSpell,
                cleanName,
                demonstration,
                LocalDate.now(clock).getYear(),
                actor,
                clock.instant());
    }

    /** See {@link org.answerable.directory.TrainingRegister#move}. */
    @Transactional
    public void move(String reference, Practitioner.Spell spell, Actor actor) {
        Practitioner person = own(reference, actor);
        RegisterRules rules = new RegisterRules();
        Practitioner.Spell clean = rules.checked(spell, professions(), geography);
        Practitioner.Spell last = last(person);
        if (clean.starts() != null && !clean.starts().isAfter(last.starts())) {
            rules.checks().error("starts", "The spell before began on " + last.starts());
        }
        rules.checks().done();
        register.move(reference, clean, actor, clock.instant());
    }

    /** See {@link org.answerable.directory.TrainingRegister#leave}. */
    @Transactional
    public void leave(String reference, LocalDate lastDay, Actor actor) {
        Practitioner person = own(reference, actor);
        Checks checks = new Checks();
        checks.neededDate("lastDay", lastDay);
        if (lastDay != null && lastDay.isBefore(last(person).starts())) {
            checks.error("lastDay", "The spell began on " + last(person).starts());
        }
        checks.done();
        register.leave(reference, lastDay, actor, clock.instant());
    }

    /** See {@link org.answerable.directory.TrainingRegister#train}. */
    @Transactional
    public void train(String reference, Practitioner.Training training, Actor actor) {
        own(reference, actor);
        RegisterRules rules = new RegisterRules();
        Practitioner.Training clean =
                rules.checked(training, register.programmes(), LocalDate.now(clock));
        rules.checks().done();
        register.train(reference, clean, actor, clock.instant());
    }

    /** See {@link org.answerable.directory.TrainingRegister#withdraw}. */
    @Transactional
    public void withdraw(String reference, long record, String reason, Actor actor) {
        Practitioner person = own(reference, actor);
        if (person.records().stream().noneMatch(training -> training.id() == record)) {
            throw new NotFound("There is no such record.");
        }
        Checks checks = new Checks();
        String why = checks.needed("reason", reason, Checks.SHORT, "Enter why it was wrong");
        checks.done();
        register.withdraw(reference, record, why, actor, clock.instant());
    }

    private Practitioner own(String reference, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        if (reference == null || reference.isEmpty()) {
            throw new NotFound("There is no such practitioner.");
        }
        return register.find(actor.authority(), reference, null).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such practitioner."));
    }

    private static Practitioner.Spell last(Practitioner person) {
        return person.spells().get(person.spells().size() - 1);
    }

    private Set<String> professions() {
        return contracts.professions().stream().map(Profession::code).collect(Collectors.toSet());
    }
}
