package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterSettlement;
import org.answerable.foi.LetterText;
import org.answerable.foi.LetterView;
import org.answerable.foi.Letters;
import org.answerable.foi.NotFound;
import org.answerable.foi.Role;
import org.answerable.foi.letter.FinishedLetter;
import org.answerable.foi.letter.LetterFacts;
import org.answerable.foi.letter.LetterTemplate;
import org.answerable.foi.letter.SampleCase;

/** Previews letters, and shows those that were sent. */
@ApplicationScoped
@Transactional
public class ReadLetters implements Letters {

    private final Cases cases;
    private final LetterDesk desk;
    private final KeptLetters letters;
    private final SettleLetter settleLetter;
    private final CaseFile file;

    /** For the container's proxy. */
    protected ReadLetters() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReadLetters(
            Cases cases,
            LetterDesk desk,
            KeptLetters letters,
            SettleLetter settleLetter,
            CaseFile file) {
        this.cases = cases;
        this.desk = desk;
        this.letters = letters;
        this.settleLetter = settleLetter;
        this.file = file;
    }

    @Override
    public LetterText preview(CaseReference reference, Actor actor) {
        FoiCase found = find(reference, actor);
        LetterKind kind = answer(found);
        return text(desk.make(found, kind, LetterDetails.none(), file.today(), actor).letter());
    }

    @Override
    public LetterText preview(
            CaseReference reference, LetterKind kind, LetterDetails details, Actor actor) {
        FoiCase found = find(reference, actor);
        if (kind.carriesDecisions()) {
            answer(found);
        }
        return text(desk.make(found, kind, details, file.today(), actor).letter());
    }

    /** A refusal notice when everything is refused; else an answer, which may refuse a part. */
    static LetterKind answer(FoiCase foiCase) {
        CaseOutcome outcome =
                foiCase.outcome()
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "There is no letter yet: it can be shown when every"
                                                        + " question is decided."));
        if (foiCase.kind() == CaseKind.INTERNAL_REVIEW) {
            return LetterKind.REVIEW_OUTCOME;
        }
        return outcome == CaseOutcome.REFUSED || outcome == CaseOutcome.NCND
                ? LetterKind.REFUSAL
                : LetterKind.DECISION;
    }

    @Override
    public LetterText tryTemplate(
            LetterKind kind, String template, Optional<CaseReference> reference, Actor actor) {
        actor.require(Role.ADMIN, Role.OFFICER, Role.APPROVER);
        LetterTemplate parsed = LetterTemplate.parse(kind, template);
        LetterFacts facts =
                reference
                        .map(
                                r ->
                                        desk.facts(
                                                find(r, actor),
                                                SampleCase.details(file.today()),
                                                file.today(),
                                                actor))
                        .orElseGet(
                                () ->
                                        SampleCase.facts(
                                                kind,
                                                desk.authority(actor.authority()),
                                                file.today()));
        return text(FinishedLetter.of(parsed, facts));
    }

    @Override
    public List<LetterView> sent(CaseReference reference, Actor actor) {
        return letters.of(find(reference, actor));
    }

    @Override
    public LetterText read(CaseReference reference, long id, Actor actor) {
        return text(
                letters.find(find(reference, actor), id).orElseThrow(ReadLetters::noSuchLetter));
    }

    @Override
    public byte[] pdf(CaseReference reference, long id, Actor actor) {
        return letters.pdf(find(reference, actor), id).orElseThrow(ReadLetters::noSuchLetter);
    }

    @Override
    public void settle(CaseReference reference, long id, LetterSettlement how, Actor actor) {
        settleLetter.settle(reference, id, how, actor);
    }

    static NotFound noSuchLetter() {
        return new NotFound("There is no such letter in this case.");
    }

    private static LetterText text(FinishedLetter letter) {
        return new LetterText(letter.kind(), letter.title(), letter.body());
    }

    private FoiCase find(CaseReference reference, Actor actor) {
        actor.require(Role.OFFICER, Role.APPROVER);
        return cases.find(reference, actor.authority())
                .orElseThrow(() -> CaseFile.notFound(reference));
    }
}
