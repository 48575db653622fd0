package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.EvidenceSource;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotFound;

/** Somebody puts a released figure into an answer, or takes it out; the case keeps a copy of it. */
@Dependent
public class CiteFigure {

    private final Cases cases;
    private final CaseFile file;
    private final EvidenceSource evidence;

    @Inject
    public CiteFigure(Cases cases, CaseFile file, EvidenceSource evidence) {
        this.cases = cases;
        this.file = file;
        this.evidence = evidence;
    }

    void cite(CaseReference reference, int number, String figureId, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CITE_FIGURE, actor);
        Question question = foiCase.question(number);
        if (figureId == null || figureId.isBlank()) {
            throw new InvalidInput("figureId", "Choose the figure that the answer rests on.");
        }
        Instant now = file.now();
        EvidenceCopy copy =
                new EvidenceCopy(foiCase, evidence.release(figureId, actor), actor, now);
        question.cite(copy, actor, now);
        cases.add(copy);
        foiCase.drafted(CaseState.COMPUTING, actor, now);
        file.record(
                foiCase,
                actor,
                HistoryKind.FIGURE_CITED,
                "Cited figure %s in question %d; copy with SHA-256 %s."
                        .formatted(copy.figureId(), number, copy.sha256()));
    }

    void remove(CaseReference reference, int number, String figureId, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CITE_FIGURE, actor);
        Question question = foiCase.question(number);
        EvidenceCopy copy =
                question.cited(figureId)
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "Question "
                                                        + number
                                                        + " does not cite this figure."));
        Instant now = file.now();
        question.uncite(copy, actor, now);
        foiCase.drafted(CaseState.COMPUTING, actor, now);
        file.record(
                foiCase,
                actor,
                HistoryKind.FIGURE_REMOVED,
                "Removed figure %s from question %d; the copy with SHA-256 %s stays on record."
                        .formatted(copy.figureId(), number, copy.sha256()));
    }
}
