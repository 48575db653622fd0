package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.law.Regime;

/** A question turns out to be about the environment, or not: another law decides it (I4, s.39). */
@Dependent
public class ChangeRegime {

    private static final int MOST_REASON = 2_000;

    private final Calendars calendars;
    private final CaseFile file;

    @Inject
    public ChangeRegime(Calendars calendars, CaseFile file) {
        this.calendars = calendars;
        this.file = file;
    }

    void change(CaseReference reference, int number, String regime, String raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CHANGE_REGIME, actor);
        Question question = foiCase.question(number);
        if (!regime.equals(Regime.FOIA.id()) && !regime.equals(Regime.EIR.id())) {
            throw new InvalidInput("regime", "Choose FOIA or EIR.");
        }
        Faults faults = new Faults();
        String reason = faults.needed("reason", "The reason", raw, MOST_REASON);
        faults.end();
        if (regime.equals(question.regime())) {
            return;
        }
        question.handleUnder(regime, actor, file.now());
        foiCase.recount(calendars.version(foiCase.calendar()), actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.REGIME_CHANGED,
                "Question %d is handled under %s from now on: %s Its decision, if there was one, is"
                                .formatted(number, regime, reason)
                        + " to be made anew.");
    }
}
