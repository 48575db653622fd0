package org.answerable.web.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Figures;
import org.answerable.cohort.LoadReport;
import org.answerable.foi.Actor;
import org.answerable.foi.Answer;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.AuthorityKind;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.CaseView;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DispatchDetails;
import org.answerable.foi.Evidence;
import org.answerable.foi.FoiCases;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.NewRequest;
import org.answerable.foi.NotFound;
import org.answerable.foi.Outcome;
import org.answerable.foi.PublicText;
import org.answerable.foi.PublicText.PublicQuestion;
import org.answerable.foi.Requester;
import org.answerable.foi.Role;
import org.answerable.foi.Validity;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Casework in the server, with its figures from cohort analytics. */
@ExtendWith(ArquillianExtension.class)
class FoiCoreIT {

    private static final Authority SHIRE =
            new Authority("shire-cc", "Shire County Council", AuthorityKind.COUNCIL, "SHC");
    private static final Actor OFFICER =
            new Actor("ole", "Ole Officer", SHIRE.code(), Set.of(Role.OFFICER, Role.PUBLISHER));
    private static final Actor APPROVER =
            new Actor("ava", "Ava Approver", SHIRE.code(), Set.of(Role.APPROVER));
    private static final DispatchDetails IN_TIME =
            new DispatchDetails(LocalDate.of(2024, 4, 9), Channel.EMAIL, "");

    @Inject private Casework casework;
    @Inject private CaseClock clock;
    @Inject private FoiCases cases;
    @Inject private DisclosureLog log;
    @Inject private Authorities authorities;
    @Inject private Datasets datasets;
    @Inject private Figures figures;
    @Inject private Announced announced;
    @Inject private UserTransaction transaction;

    @Deployment
    static WebArchive server() {
        return Built.with(FoiCoreIT.class, Lincolnshire.class, Announced.class);
    }

    @Test
    void a_request_is_answered_with_a_figure_published_and_withdrawn() {
        CaseReference reference = approved("walk");
        casework.dispatch(reference, IN_TIME, OFFICER);
        casework.publish(reference, asAnswered(reference), OFFICER);

        Disclosure published = log.get(reference.toString()).orElseThrow();
        Evidence figure = published.questions().get(0).figures().get(0);
        assertThat(figure.rows())
                .contains(
                        new Evidence.Row("Lincolnshire", List.of("6719", "7098", "7637", "21454")));
        assertThat(figure.sources()).hasSize(1);

        casework.withdrawPublication(reference, "A name was left in the text.", OFFICER);

        Disclosure withdrawn = log.get(reference.toString()).orElseThrow();
        assertThat(withdrawn.withdrawal()).isPresent();
        assertThat(withdrawn.questions()).isEmpty();
        assertThat(cases.get(reference, OFFICER).history())
                .extracting(CaseView.HistoryEntry::kind)
                .containsExactly(
                        HistoryKind.REGISTERED,
                        HistoryKind.VALIDITY_CHECKED,
                        HistoryKind.FIGURE_CITED,
                        HistoryKind.ANSWER_DRAFTED,
                        HistoryKind.SUBMITTED,
                        HistoryKind.APPROVED,
                        HistoryKind.DISPATCHED,
                        HistoryKind.PUBLISHED,
                        HistoryKind.WITHDRAWN);
    }

    @Test
    void a_rolled_back_registration_leaves_no_case_no_history_and_no_spent_number()
            throws Exception {
        authorities.add(SHIRE);
        long before = rows();

        transaction.begin();
        CaseReference rolledBack = register("rolled-back", "2023-03-21");
        assertThat(cases.get(rolledBack, OFFICER).history()).hasSize(1);
        transaction.rollback();

        assertThat(rows()).isEqualTo(before);
        assertThatThrownBy(() -> cases.get(rolledBack, OFFICER)).isInstanceOf(NotFound.class);
        assertThat(register("rolled-back", "2023-03-21")).isEqualTo(rolledBack);
    }

    @Test
    void a_dispatch_is_announced_when_it_is_committed_and_only_then() throws Exception {
        CaseReference reference = approved("announced");

        transaction.begin();
        casework.dispatch(reference, IN_TIME, OFFICER);
        transaction.rollback();

        assertThat(announced.of(reference)).isEmpty();
        assertThat(cases.get(reference, OFFICER).state()).isEqualTo(CaseState.APPROVED);
        assertThat(cases.get(reference, OFFICER).letters()).isEmpty();

        casework.dispatch(reference, IN_TIME, OFFICER);

        assertThat(announced.of(reference))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.sentOn()).isEqualTo(IN_TIME.sentOn());
                            assertThat(event.figureIds()).hasSize(1);
                        });
        assertThat(cases.get(reference, OFFICER).letters()).hasSize(1);
    }

    @Test
    void a_figure_that_the_data_no_longer_give_stops_the_dispatch_and_returns_the_case() {
        CaseReference reference = approved("changed");
        long before = rows();
        String off = "ALTER TABLE cohort.population_area DISABLE TRIGGER ALL";
        String on = "ALTER TABLE cohort.population_area ENABLE TRIGGER ALL";
        String lastLoaded =
                " WHERE area_code = 'E07000136'"
                        + " AND dataset_id = (SELECT max(dataset_id) FROM cohort.population_area)";
        Rows.change(
                off, "UPDATE cohort.population_area SET ages[1] = ages[1] + 1" + lastLoaded, on);

        assertThatThrownBy(() -> casework.dispatch(reference, IN_TIME, OFFICER))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("no longer what the data say");

        assertThat(rows()).isEqualTo(before + 1); // the entry of the history that says so
        assertThat(announced.of(reference)).isEqualTo(List.<CaseDispatched>of());
        CaseView back = cases.get(reference, OFFICER);
        assertThat(back.state()).isEqualTo(CaseState.ASSESSING);
        assertThat(back.letters()).isEmpty();

        Rows.change(
                off, "UPDATE cohort.population_area SET ages[1] = ages[1] - 1" + lastLoaded, on);
        clock.moveTo(reference, CaseState.DRAFTING, OFFICER);
        casework.submitForApproval(reference, OFFICER);
        casework.approve(reference, cases.get(reference, APPROVER).version(), APPROVER);
        casework.dispatch(reference, IN_TIME, OFFICER);

        assertThat(cases.get(reference, OFFICER).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void a_registration_sent_twice_is_one_case() {
        authorities.add(SHIRE);

        CaseReference first = register("double-click", "2024-03-21");
        long before = rows();
        CaseReference second = register("double-click", "2024-03-21");

        assertThat(second).isEqualTo(first);
        assertThat(rows()).isEqualTo(before);
    }

    /** A case with one question, answered with a cited figure and approved by another person. */
    private CaseReference approved(String key) {
        authorities.add(SHIRE);
        LoadReport loaded = Lincolnshire.load(datasets, "Children, for " + key);
        String figure = Lincolnshire.children(figures, loaded.datasetId()).id();
        CaseReference reference = register(key, "2024-03-21");
        clock.checkValidity(reference, Validity.complete(), OFFICER);
        casework.citeFigure(reference, 1, figure, OFFICER);
        casework.answerQuestion(
                reference,
                1,
                cases.get(reference, OFFICER).questions().get(0).version(),
                Answer.of("The table gives them.", HeldStatus.HELD, Outcome.GRANTED),
                OFFICER);
        casework.submitForApproval(reference, OFFICER);
        casework.approve(reference, cases.get(reference, APPROVER).version(), APPROVER);
        return reference;
    }

    private CaseReference register(String key, String received) {
        return casework.register(
                new NewRequest(
                        key,
                        SHIRE.code(),
                        received,
                        "EMAIL",
                        "Children under 3",
                        new Requester("Invented Requester", "requester@example.org", ""),
                        "How many children under 3 live in your area?",
                        List.of()),
                OFFICER);
    }

    private PublicText asAnswered(CaseReference reference) {
        return new PublicText(
                "Children under 3",
                cases.get(reference, OFFICER).questions().stream()
                        .map(q -> new PublicQuestion(q.number(), q.text(), q.answer()))
                        .toList());
    }

    private static long rows() {
        return Rows.number(
                "SELECT (SELECT count(*) FROM foi.foi_case)"
                        + " + (SELECT count(*) FROM foi.question)"
                        + " + (SELECT count(*) FROM foi.requester)"
                        + " + (SELECT count(*) FROM foi.letter)"
                        + " + (SELECT count(*) FROM foi.history)");
    }
}
