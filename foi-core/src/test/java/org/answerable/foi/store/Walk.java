package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.APPROVER;
import static org.answerable.foi.store.TestDesk.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.CostEstimate;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.Ground;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Outcome;
import org.answerable.foi.Requester;
import org.answerable.foi.Validity;

/** Cases as far as a test of letters needs them. */
record Walk(TestDesk desk) {

    static final Requester BY_MAIL = new Requester("Mae Mailer", "mae@example.org", "");

    private static final CostEstimate THIRTY_ONE_HOURS =
            new CostEstimate(List.of(), false, 0, 0, 0, 31 * 60, List.of(), 0, "A sample.");

    CaseReference registered(Requester requester) {
        return desk.run(
                d ->
                        d.casework()
                                .register(
                                        new NewRequest(
                                                "",
                                                "lincolnshire-cc",
                                                "2024-03-21",
                                                "email",
                                                "Health visitors",
                                                requester,
                                                "How many health visitors?",
                                                List.of()),
                                        OFFICER));
    }

    CaseReference approved(Requester requester, Answer answer) {
        CaseReference reference = registered(requester);
        desk.run(
                d -> {
                    d.clock().checkValidity(reference, Validity.complete(), OFFICER);
                    return null;
                });
        if (answer.grounds().stream().anyMatch(g -> g.code().startsWith("s.12"))) {
            command(c -> c.estimateCost(reference, THIRTY_ONE_HOURS, OFFICER));
        }
        command(
                c ->
                        c.answerQuestion(
                                reference,
                                1,
                                desk.run(d -> d.cases().get(reference, OFFICER))
                                        .questions()
                                        .get(0)
                                        .version(),
                                answer,
                                OFFICER));
        command(c -> c.submitForApproval(reference, OFFICER));
        int version = desk.run(d -> d.cases().get(reference, OFFICER)).version();
        command(c -> c.approve(reference, version, APPROVER));
        return reference;
    }

    /** A case whose answer was sent today by e-mail. */
    CaseReference sent(Requester requester) {
        CaseReference reference = approved(requester, granted());
        send(reference, LocalDate.now(desk.clock), Channel.EMAIL);
        return reference;
    }

    void send(CaseReference reference, LocalDate day, Channel channel) {
        command(c -> c.dispatch(reference, new DispatchDetails(day, channel, "Team"), OFFICER));
    }

    static Answer granted() {
        return Answer.of("There are 212.", HeldStatus.HELD, Outcome.GRANTED);
    }

    static Answer refusedForCost() {
        return new Answer(
                "It would take 31 hours.",
                Optional.of(HeldStatus.HELD),
                Optional.of(Outcome.REFUSED),
                List.of(Ground.of("s.12(1)", "31 hours at £25 is £775.")),
                "Ask for one year only.");
    }

    private void command(Consumer<Casework> command) {
        desk.run(
                d -> {
                    command.accept(d.casework());
                    return null;
                });
    }
}
