package org.answerable.foi.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.Conflict;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterTemplates;
import org.answerable.foi.Role;
import org.answerable.foi.intake.ReceivedText;

/** Reads and edits the templates of the actor's authority. */
@ApplicationScoped
@Transactional
public class EditTemplates implements LetterTemplates {

    private final Templates templates;
    private final Clock clock;

    /** For the container's proxy. */
    protected EditTemplates() {
        this(null, null);
    }

    @Inject
    public EditTemplates(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public List<Template> current(Actor actor) {
        requireReader(actor);
        return Arrays.stream(LetterKind.values())
                .map(kind -> templates.current(actor.authority(), kind))
                .toList();
    }

    @Override
    public List<Template> versions(LetterKind kind, Actor actor) {
        requireReader(actor);
        templates.current(actor.authority(), kind);
        return templates.versions(actor.authority(), kind);
    }

    @Override
    public List<Field> fields(LetterKind kind) {
        return Arrays.stream(Placeholder.values())
                .map(p -> new Field(p.written(), p.meaning(), p.block(), requiredBy(kind, p)))
                .toList();
    }

    private static Optional<String> requiredBy(LetterKind kind, Placeholder placeholder) {
        return RequiredContent.of(kind).stream()
                .filter(content -> content.placeholder() == placeholder)
                .map(RequiredContent::law)
                .findFirst();
    }

    @Override
    public void save(LetterKind kind, int version, String text, Actor actor) {
        actor.require(Role.ADMIN);
        String clean = ReceivedText.block(text);
        LetterTemplate.parse(kind, clean);
        Template before = templates.current(actor.authority(), kind);
        if (before.version() != version) {
            throw changed();
        }
        if (before.text().equals(clean)) {
            return;
        }
        boolean added =
                templates.add(
                        actor.authority(),
                        kind,
                        version + 1,
                        clean,
                        actor.displayName(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!added) {
            throw changed();
        }
    }

    private static Conflict changed() {
        return new Conflict(
                "Somebody has saved this template since you opened it. Yours was not saved over"
                        + " theirs: copy your text, look at the template again and repeat your change.");
    }

    private static void requireReader(Actor actor) {
        actor.require(Role.ADMIN, Role.OFFICER, Role.APPROVER);
    }
}
