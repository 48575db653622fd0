package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.QualifiedOpinion;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/** The qualified person, who is no drafter, records the opinion for s.36 (I2). */
@Dependent
public class RecordOpinion {

    private static final int MOST_NAME = 200;
    private static final int MOST_OPINION = 10_000;
    private static final Pattern LIMB =
            Pattern.compile("36\\(2\\)\\((a|b|c)\\)(\\((i|ii|iii)\\))?");

    private final Cases cases;
    private final CaseFile file;

    @Inject
    public RecordOpinion(Cases cases, CaseFile file) {
        this.cases = cases;
        this.file = file;
    }

    void record(CaseReference reference, int number, QualifiedOpinion raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.RECORD_OPINION, actor);
        Question question = foiCase.question(number);
        Faults faults = new Faults();
        QualifiedOpinion opinion =
                new QualifiedOpinion(
                        faults.needed("name", "The qualified person's name", raw.name(), MOST_NAME),
                        faults.needed("position", "The position", raw.position(), MOST_NAME),
                        ReceivedText.line(raw.limb()),
                        faults.needed("opinion", "The opinion", raw.opinion(), MOST_OPINION),
                        raw.dated());
        if (!LIMB.matcher(opinion.limb()).matches()) {
            faults.add("limb", "Name the limb of section 36, for example 36(2)(b)(ii).");
        }
        if (opinion.dated() == null) {
            faults.add("dated", "Give the day on which the opinion was formed.");
        } else if (opinion.dated().isAfter(file.today())
                || opinion.dated().isBefore(foiCase.received())) {
            faults.add(
                    "dated",
                    "The opinion was formed between the day of receipt, "
                            + PlainWords.date(foiCase.received())
                            + ", and today: mend the date.");
        }
        faults.end();
        cases.add(new RecordedOpinion(question, opinion, actor, file.now()));
        foiCase.touched(actor, file.now());
        file.record(
                foiCase,
                actor,
                HistoryKind.OPINION_RECORDED,
                "Opinion of the qualified person on question %d recorded: s.%s, formed on %s."
                        .formatted(number, opinion.limb(), PlainWords.date(opinion.dated())));
    }
}
