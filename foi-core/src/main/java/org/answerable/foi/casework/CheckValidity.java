package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseReference;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.Validity;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.ReceivedText;

/** An officer says whether what came in is a request (s.8 FOIA, R1). */
@Dependent
public class CheckValidity {

    private static final int MOST_ADVICE = 5_000;

    private final Cases cases;
    private final CaseFile file;

    @Inject
    public CheckValidity(Cases cases, CaseFile file) {
        this.cases = cases;
        this.file = file;
    }

    void check(CaseReference reference, Validity raw, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CHECK_VALIDITY, actor);
        Validity found =
                new Validity(
                        raw.written(),
                        raw.realName(),
                        raw.address(),
                        raw.describes(),
                        ReceivedText.block(raw.advice()));
        Faults faults = new Faults();
        faults.limit("advice", "The advice", found.advice(), MOST_ADVICE);
        if (!found.valid() && found.advice().isEmpty()) {
            faults.add(
                    "advice",
                    "Say how the requester can put right what is missing (s.16), or tick all four"
                            + " when nothing is.");
        }
        faults.end();
        Instant now = file.now();
        foiCase.validated(found, file.today(), actor, now);
        cases.add(new ValidityCheck(foiCase, found, actor, now));
        file.record(foiCase, actor, HistoryKind.VALIDITY_CHECKED, summary(found));
    }

    private static String summary(Validity found) {
        if (found.valid()) {
            return "Found valid: written, with name and address, and it describes the information"
                    + " (s.8).";
        }
        List<String> missing = new ArrayList<>();
        if (!found.written()) {
            missing.add("it is not in writing");
        }
        if (!found.realName()) {
            missing.add("it gives no real name");
        }
        if (!found.address()) {
            missing.add("it gives no address for correspondence");
        }
        if (!found.describes()) {
            missing.add("it does not describe the information");
        }
        return "Not a valid request (s.8): "
                + String.join("; ", missing)
                + ". No clock runs; advice was given.";
    }
}
