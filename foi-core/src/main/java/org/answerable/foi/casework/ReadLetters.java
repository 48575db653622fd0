package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.Letter;
import org.answerable.foi.Letters;
import org.answerable.foi.Role;

/** Previews decision letters and shows those that were sent. */
@ApplicationScoped
@Transactional
public class ReadLetters implements Letters {

    private final Cases cases;
    private final Authorities authorities;
    private final ExemptionCatalogue catalogue;
    private final Clock clock;

    /** For the container's proxy. */
    protected ReadLetters() {
        this(null, null, null, null);
    }

    @Inject
    public ReadLetters(
            Cases cases, Authorities authorities, ExemptionCatalogue catalogue, Clock clock) {
        this.cases = cases;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Letter preview(CaseReference reference, Actor actor) {
        FoiCase found = find(reference, actor);
        if (!found.undecided().isEmpty()) {
            throw new Conflict(
                    "There is no letter yet: it can be shown when every question is decided.");
        }
        String authority = authorities.find(found.authority()).orElseThrow().name();
        return DecisionLetter.of(found, authority, catalogue, LocalDate.now(clock));
    }

    @Override
    public List<Letter> sent(CaseReference reference, Actor actor) {
        return cases.letters(find(reference, actor)).stream().map(SentLetter::letter).toList();
    }

    private FoiCase find(CaseReference reference, Actor actor) {
        actor.require(Role.OFFICER, Role.APPROVER);
        return cases.find(reference, actor.authority())
                .orElseThrow(() -> CaseFile.notFound(reference));
    }
}
