package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.FoiCases;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.NewRequest;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicText;
import org.answerable.foi.PublicText.PublicQuestion;
import org.answerable.foi.Requester;
import org.answerable.foi.Role;
import org.answerable.foi.Validity;

/**
 * One published case that restates, in other words, the facts of Lincolnshire County Council's
 * published answer 9260205, and open ones at several places on their way.
 */
@ApplicationScoped
public class DemonstrationCases {

    /** Calendar days after which about two working days are left. */
    private static final int NEARLY_DUE = 25;

    private static final int NEW = 3;
    private static final int UNDER_WAY = 10;

    /** Within 40 working days of receipt, and beyond the 20. */
    private static final int EXTENDED_BY = 35;

    private static final Actor OFFICER =
            new Actor(
                    "officer",
                    "Olivia Officer",
                    DemonstrationData.COUNCIL,
                    Set.of(Role.OFFICER, Role.PUBLISHER));
    private static final Actor APPROVER =
            new Actor(
                    "approver", "Asha Approver", DemonstrationData.COUNCIL, Set.of(Role.APPROVER));

    private static final String SUBJECT = "Family hubs and Start for Life: babies and services";
    private static final String REQUEST =
            """
            Please tell me:

            1. How many children aged 0 to 2 live in your area at present, as you estimate it?

            2. What share of them used Start for Life services between 1 April 2022 and 1 April 2023?

            3. The programme guide says that 10% of babies have a disorganised attachment. For what share of \
            babies aged 0 to 2 do you commission a specialised parent-infant relationship service, that is, one \
            led by a clinical psychologist or a child psychotherapist?
            """;

    private static final String CHILDREN =
            """
            On 2 April 2024 the lists of GPs in Lincolnshire held 5,981 children aged 0, 6,625 aged 1 and 7,030 \
            aged 2. That is 12,606 children under 2, and 19,636 children under 3. These are children, not families: \
            a family may have more than one.

            For comparison, the official estimate of residents at mid-2020 is given below by district. It counts \
            people who live here, whether or not they are registered with a GP.""";
    private static final String REACH =
            """
            13,870 families with a child aged 2 or under used a Start for Life service at least once between \
            1 April 2022 and 1 April 2023.

            We cannot give this as a share of the children above. It counts families over a year; they are children \
            on one day, a year later. We hold no count of the families that could have used a service in that year. \
            Families move into and out of the county all the time.""";
    private static final String SPECIALISED =
            """
            None. Lincolnshire County Council has not commissioned a specialised parent-infant relationship team led \
            by a clinical psychologist or a child psychotherapist.

            We work with partners to train the staff who meet families already: family health workers, health \
            visitors, early years practitioners and early help. The training includes Antenatal Solihull, Mellow \
            Bumps and video interaction guidance. Training is not counted as a specialised service.

            How many babies have such an attachment was not measured here. The table below models it from published \
            shares: the 10% of your question, and what studies found. All of that need is without a commissioned \
            specialised team; that is a fact about contracts and has no margin of error.""";

    @Inject private Casework casework;
    @Inject private FoiCases cases;
    @Inject private CaseClock clock;
    @Inject private Clock today;

    /**
     * @param figure that answers the first question
     * @param need estimate that answers the third
     */
    void add(String figure, String need) {
        publish(figure, need);
        LocalDate day = LocalDate.now(today);
        register(
                "demonstration-nearly-due",
                day.minusDays(NEARLY_DUE),
                "Health visitor vacancies and caseloads",
                """
                1. How many health visitor posts are vacant today?
                2. What is the average number of children under 5 for each health visitor?
                """);
        register(
                "demonstration-new",
                day.minusDays(NEW),
                "Opening hours of family hubs",
                "How many family hubs are open on Saturdays, and at which hours?");
        extended(day);
        waiting(day);
        toApprove(day);
    }

    /** Two questions with two clocks: one has more time, to weigh the public interest. */
    private void extended(LocalDate day) {
        CaseReference reference =
                register(
                        "demonstration-extended",
                        day.minusDays(UNDER_WAY),
                        "Contracts for parent and infant support",
                        """
                        1. How many contracts for parent and infant support do you have?
                        2. What does each of them cost?
                        """);
        clock.checkValidity(reference, Validity.complete(), OFFICER);
        answer(reference, 1, Answer.of("We have two.", HeldStatus.HELD, Outcome.GRANTED));
        clock.record(
                reference,
                CaseEvent.of(
                                ClockEvent.Type.PUBLIC_INTEREST_EXTENSION,
                                day.minusDays(1),
                                "One of the contracts is being tendered again.",
                                null)
                        .extending(day.plusDays(EXTENDED_BY), List.of(2), List.of("s.43(2)")),
                OFFICER);
    }

    /** A question on the environment, and a requester who is asked what is meant. */
    private void waiting(LocalDate day) {
        CaseReference reference =
                register(
                        "demonstration-waiting",
                        day.minusDays(UNDER_WAY),
                        "Noise beside the new road",
                        "What levels of noise were measured beside the new road?");
        clock.checkValidity(reference, Validity.complete(), OFFICER);
        casework.changeRegime(
                reference, 1, "EIR", "Noise is information on the environment.", OFFICER);
        clock.record(
                reference,
                CaseEvent.of(
                        ClockEvent.Type.CLARIFICATION_REQUESTED,
                        day.minusDays(NEW),
                        "Three roads were opened this year. Which one do you mean?",
                        null),
                OFFICER);
    }

    private void toApprove(LocalDate day) {
        CaseReference reference =
                register(
                        "demonstration-to-approve",
                        day.minusDays(UNDER_WAY),
                        "Meetings of the early years board",
                        "How often did the early years board meet last year?");
        clock.checkValidity(reference, Validity.complete(), OFFICER);
        answer(reference, 1, Answer.of("It met six times.", HeldStatus.HELD, Outcome.GRANTED));
        casework.submitForApproval(reference, OFFICER);
    }

    private void publish(String figure, String need) {
        CaseReference reference =
                register("demonstration-published", LocalDate.of(2024, 3, 21), SUBJECT, REQUEST);
        clock.checkValidity(reference, Validity.complete(), OFFICER);
        casework.citeFigure(reference, 1, figure, OFFICER);
        casework.citeFigure(reference, 3, need, OFFICER);
        answer(reference, 1, Answer.of(CHILDREN, HeldStatus.HELD, Outcome.GRANTED));
        answer(reference, 2, Answer.of(REACH, HeldStatus.PART_HELD, Outcome.GRANTED));
        answer(reference, 3, Answer.of(SPECIALISED, HeldStatus.HELD, Outcome.GRANTED));
        casework.submitForApproval(reference, OFFICER);
        casework.approve(reference, cases.get(reference, APPROVER).version(), APPROVER);
        casework.dispatch(
                reference,
                new DispatchDetails(LocalDate.of(2024, 4, 9), Channel.EMAIL, ""),
                OFFICER);
        List<PublicQuestion> questions =
                cases.get(reference, OFFICER).questions().stream()
                        .map(q -> new PublicQuestion(q.number(), q.text(), q.answer()))
                        .toList();
        casework.publish(reference, new PublicText(SUBJECT, questions), OFFICER);
    }

    private void answer(CaseReference reference, int number, Answer answer) {
        CaseView.QuestionView question = cases.get(reference, OFFICER).questions().get(number - 1);
        casework.answerQuestion(reference, number, question.version(), answer, OFFICER);
    }

    private CaseReference register(String key, LocalDate received, String subject, String text) {
        return casework.register(
                new NewRequest(
                        key,
                        DemonstrationData.COUNCIL,
                        received.toString(),
                        Channel.EMAIL.name(),
                        subject,
                        new Requester("Invented Requester", "requester@example.org", ""),
                        text,
                        List.of()),
                OFFICER);
    }
}
