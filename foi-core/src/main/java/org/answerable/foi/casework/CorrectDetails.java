package org.answerable.foi.casework;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseAction;
import org.answerable.foi.CaseDetails;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Channel;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.Requester;
import org.answerable.foi.intake.Faults;

/** An officer corrects subject, channel or requester of an open case. */
@Dependent
public class CorrectDetails {

    private final CaseFile file;

    @Inject
    public CorrectDetails(CaseFile file) {
        this.file = file;
    }

    void correct(CaseReference reference, int version, CaseDetails details, Actor actor) {
        FoiCase foiCase = file.open(reference, CaseAction.CORRECT_DETAILS, actor);
        Faults faults = new Faults();
        String subject = faults.subject(details.subject());
        Optional<Channel> channel = faults.channel(details.channel());
        Requester requester = faults.requester(details.requester());
        faults.end();
        foiCase.requireRevision(version);
        String what = changes(foiCase, subject, channel.orElseThrow(), requester);
        if (what.isEmpty()) {
            return;
        }
        foiCase.correct(subject, channel.get(), requester, actor, file.now());
        file.record(foiCase, actor, HistoryKind.DETAILS_CORRECTED, "Corrected: " + what + ".");
    }

    // The history says that the requester's details changed, never what they are.
    private static String changes(
            FoiCase foiCase, String subject, Channel channel, Requester requester) {
        StringBuilder what = new StringBuilder();
        if (!subject.equals(foiCase.subject())) {
            what.append("subject, was “").append(foiCase.subject()).append("”");
        }
        if (channel != foiCase.channel()) {
            what.append(what.isEmpty() ? "" : "; ")
                    .append("channel, was “")
                    .append(foiCase.channel().label())
                    .append("”");
        }
        if (!requester.equals(foiCase.requester())) {
            what.append(what.isEmpty() ? "" : "; ").append("details of the requester");
        }
        return what.toString();
    }
}
