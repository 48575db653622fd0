package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.intake.Faults;

/** The subject access part of a request goes to the team that answers such requests (R22, I4). */
@Dependent
public class HandOver {

    private static final int MOST_TEAM = 200;

    private final CaseFile file;

    @Inject
    public HandOver(CaseFile file) {
        this.file = file;
    }

    void handOver(CaseReference reference, String rawTeam, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.HAND_OVER, actor);
        Faults faults = new Faults();
        String team = faults.needed("team", "The team", rawTeam, MOST_TEAM);
        faults.end();
        foiCase.close(file.today(), actor, file.now());
        file.record(foiCase, actor, HistoryKind.HANDED_OVER, "Handed over to " + team + ".");
    }
}
