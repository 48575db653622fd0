package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.AppealDecision;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LinkType;
import org.answerable.foi.NewAppeal;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/**
 * A complaint to the Information Commissioner (s.50) or an appeal to the First-tier Tribunal (s.57),
 * and what is decided there. Each is a case of its own, linked with the one it is about (R23).
 */
@Dependent
public class OpenAppeal {

    private static final int MOST_REFERENCE = 100;
    private static final int MOST_SUMMARY = 10_000;

    private final Cases cases;
    private final CaseFile file;
    private final OpenStage stages;

    @Inject
    public OpenAppeal(Cases cases, CaseFile file, OpenStage stages) {
        this.cases = cases;
        this.file = file;
        this.stages = stages;
    }

    CaseReference open(CaseReference reference, NewAppeal appeal, Actor actor) {
        FoiCase about = file.open(reference, CaseAction.OPEN_APPEAL, actor);
        Faults faults = new Faults();
        String theirs = ReceivedText.line(appeal.theirReference());
        faults.limit("theirReference", "Their reference", theirs, MOST_REFERENCE);
        String text = faults.needed("text", "The text", appeal.text(), Casework.MOST_CHARACTERS);
        day("received", appeal.received(), about.received(), faults);
        later("respondBy", appeal.respondBy(), appeal.received(), faults);
        boolean tribunal = appeal.kind() == CaseKind.TRIBUNAL;
        if (appeal.kind() == null || !appeal.kind().appeal()) {
            faults.add("kind", "Choose a complaint to the Commissioner or an appeal.");
        } else if (tribunal != (about.kind() == CaseKind.ICO_COMPLAINT)) {
            faults.add(
                    "kind",
                    tribunal
                            ? "An appeal to the tribunal is about the Commissioner's decision: open"
                                    + " it on the case of the complaint."
                            : "On a complaint to the Commissioner, open an appeal to the tribunal.");
        }
        faults.end();
        FoiCase stage =
                stages.open(
                        about,
                        new OpenStage.Start(
                                appeal.kind(),
                                tribunal ? LinkType.TRIBUNAL_ABOUT : LinkType.ICO_COMPLAINT_ABOUT,
                                appeal.received(),
                                Channel.OTHER,
                                text,
                                List.of("What is complained about: see the text."),
                                false),
                        actor);
        appeal.respondBy().ifPresent(stage::respondBy);
        cases.add(new Appeal(stage, appeal, theirs));
        return stage.reference();
    }

    void decide(CaseReference reference, AppealDecision decision, Actor actor) {
        FoiCase stage = file.open(reference, CaseAction.RECORD_DECISION, actor);
        Faults faults = new Faults();
        String summary = faults.needed("summary", "The summary", decision.summary(), MOST_SUMMARY);
        day("date", decision.date(), stage.received(), faults);
        later("complyBy", decision.complyBy(), decision.date(), faults);
        if (decision.result() == null) {
            faults.add("result", "Choose what was decided.");
        }
        faults.end();
        Appeal appeal =
                cases.appeal(stage)
                        .orElseThrow(() -> new Conflict("This case is no complaint or appeal."));
        appeal.decide(decision, summary);
        stage.respondBy(decision.complyBy().orElse(null));
        stage.close(decision.date(), actor, file.now());
        file.record(
                stage,
                actor,
                HistoryKind.DECISION_RECORDED,
                decision.result().label()
                        + " on "
                        + PlainWords.date(decision.date())
                        + decision.complyBy()
                                .map(d -> "; steps to be taken by " + PlainWords.date(d))
                                .orElse("")
                        + ".");
    }

    private void day(String field, LocalDate day, LocalDate earliest, Faults faults) {
        if (day == null) {
            faults.add(field, "Give the day.");
        } else if (day.isBefore(earliest) || day.isAfter(file.today())) {
            faults.add(
                    field,
                    "This lies between "
                            + PlainWords.date(earliest)
                            + " and today: mend the date.");
        }
    }

    private static void later(
            String field, Optional<LocalDate> day, LocalDate earliest, Faults faults) {
        if (day.isPresent() && earliest != null && day.get().isBefore(earliest)) {
            faults.add(field, "This is before " + PlainWords.date(earliest) + ": mend the date.");
        }
    }
}
