package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who is trained in what. Editors see people by reference; registrars see names as well; the public sees
 * counts without the small ones. An authority sees its own people only.
 */
public interface TrainingRegister {

    /** All programmes, by name. */
    List<Programme> programmes();

    /**
     * Adds a programme.
     *
     * @throws InvalidInput fields of {@link Programme} by name
     * @throws NotAllowed the actor is no editor
     */
    void add(Programme programme, Actor actor);

    /**
     * People of the actor's authority who work on a day, by reference.
     *
     * @throws NotAllowed the actor is neither editor nor registrar
     */
    List<Practitioner> practitioners(LocalDate on, Actor actor);

    /** One of them, whether at work or not. */
    Optional<Practitioner> find(String reference, Actor actor);

    /**
     * The name behind a reference; that it was looked up is in the history.
     *
     * @throws NotAllowed the actor is no registrar
     */
    Optional<PractitionerName> name(String reference, Actor actor);

    /**
     * Records somebody.
     *
     * @param name null when the actor does not know it; only registrars may give it
     * @return the reference
     * @throws InvalidInput fields of {@link Practitioner.Spell} by name, {@code name}, {@code mailbox}
     * @throws NotAllowed the actor is no editor, or gives a name and is no registrar
     */
    String register(
            Practitioner.Spell spell, PractitionerName name, boolean demonstration, Actor actor);

    /**
     * Records that somebody works elsewhere, or more or less, from a day on. The spell before ends the
     * day before.
     */
    void move(String reference, Practitioner.Spell spell, Actor actor);

    /** Records that somebody's work ends. */
    void leave(String reference, LocalDate lastDay, Actor actor);

    /**
     * Records a training. Without a last day, that of the programme's renewal counts.
     *
     * @throws InvalidInput fields of {@link Practitioner.Training} by name
     */
    void train(String reference, Practitioner.Training training, Actor actor);

    /** Withdraws a record that was wrong; it stays, with the reason. */
    void withdraw(String reference, long record, String reason, Actor actor);

    /**
     * Counts for the editors' own page, of their authority.
     *
     * @throws InvalidInput fields {@code from}, {@code to}
     * @throws NotAllowed the actor is no editor
     */
    WorkforceReport report(WorkforceQuestion question, Actor actor);

    /** The same without small counts: what may leave the page. */
    WorkforceReport protectedReport(WorkforceQuestion question, Actor actor);

    /** For everybody: all authorities together, at the end of the month before. */
    WorkforceSummary summary();
}
