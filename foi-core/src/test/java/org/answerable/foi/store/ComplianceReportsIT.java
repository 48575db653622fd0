package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ComplianceReports;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.ReportScope;
import org.answerable.foi.ReportSelection;
import org.answerable.foi.ReportedCases;
import org.answerable.foi.Timeliness;
import org.answerable.foi.reporting.CountCompliance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compliance figures from the tables, and who may see which of them. */
class ComplianceReportsIT {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 3, 31);
    private static final ReportSelection ALL =
            new ReportSelection(Set.of(), Set.of(), Optional.empty());

    private static TestDesk desk;

    @BeforeAll
    static void cases() throws Exception {
        desk = new TestDesk();
        desk.run(
                d -> {
                    new SqlCalendars(d.em()).current();
                    return null;
                });
        desk.run(
                d -> {
                    EntityManager em = d.em();
                    String lcc = "lincolnshire-cc";
                    SqlCase.of("LCC-2024-0001", lcc, "2024-01-02")
                            .due("2024-01-31", "2024-01-31")
                            .answered("2024-01-31", "GRANTED", "20", "")
                            .save(em);
                    // Closed before days were stored: counted with the case's own calendar.
                    SqlCase.of("LCC-2024-0002", lcc, "2024-03-21")
                            .due("2024-04-22", "2024-04-22")
                            .answered("2024-04-22", "GRANTED", null, "")
                            .save(em);
                    SqlCase.of("LCC-2024-0003", lcc, "2024-01-03")
                            .due("2024-02-01", "2024-02-29")
                            .answered("2024-03-01", "REFUSED", "41", "s.40(2) s.41")
                            .save(em);
                    SqlCase.of("LCC-2024-0004", lcc, "2024-03-31")
                            .due("2024-04-29", "2024-04-29")
                            .save(em);
                    SqlCase.of("LCC-2024-0005", lcc, "2024-02-01")
                            .with("state", "AWAITING_CLARIFICATION")
                            .save(em);
                    SqlCase.of("LCC-2024-0006", lcc, "2024-02-02")
                            .ended("INVALID", "2024-02-03")
                            .with("validity", "INVALID")
                            .save(em);
                    SqlCase.of("LCC-2024-0007", lcc, "2024-04-01")
                            .due("2024-04-30", "2024-04-30")
                            .save(em);
                    SqlCase.of("LCC-2024-0008", lcc, "2024-02-05")
                            .with("kind", "INTERNAL_REVIEW")
                            .due("2024-03-05", "2024-03-05")
                            .save(em);
                    SqlCase.of("LICB-2024-0001", "lincolnshire-icb", "2024-02-01")
                            .due("2024-02-29", "2024-02-29")
                            .ended("WITHDRAWN", "2024-02-10")
                            .save(em);
                    return null;
                });
    }

    @AfterAll
    static void close() throws Exception {
        desk.close();
    }

    @Test
    void requests_received_in_the_period_are_counted_once_in_each_table_R26() {
        ComplianceReport report = with(r -> r.report(own(), OFFICER));

        assertThat(report.title()).isEqualTo("Lincolnshire County Council");
        assertThat(report.received()).isEqualTo(5);
        assertThat(report.notRequests()).isEqualTo(1);
        assertThat(report.count(Timeliness.IN_TIME)).isEqualTo(2);
        assertThat(report.count(Timeliness.LATE)).isEqualTo(1);
        assertThat(report.count(Timeliness.OPEN)).isEqualTo(1);
        assertThat(report.count(Timeliness.OPEN_STOPPED)).isEqualTo(1);
        assertThat(report.count(OutcomeClass.WITHHELD)).isEqualTo(1);
        assertThat(report.grounds()).containsOnlyKeys("s.40(2)", "s.41");
        assertThat(report.reviews().received()).isEqualTo(1);
        assertThat(report.reviews().done()).isZero();
        assertThat(report.consistent()).isTrue();
    }

    @Test
    void a_reply_on_the_due_date_took_20_working_days() {
        ComplianceReport report = with(r -> r.report(own(), OFFICER));
        assertThat(report.timeTaken().median()).hasValue(20);
        assertThat(report.timeTaken().bands().get(2).requests()).isEqualTo(2);
    }

    @Test
    void the_whole_system_is_seen_in_sums_and_another_authority_not_at_all() {
        ReportScope system = new ReportScope(Optional.empty(), FROM, TO);
        ReportScope icb = new ReportScope(Optional.of("lincolnshire-icb"), FROM, TO);

        ComplianceReport report = with(r -> r.report(system, OFFICER));
        assertThat(report.received()).isEqualTo(6);
        assertThat(report.count(OutcomeClass.ENDED)).isEqualTo(1);

        assertThatThrownBy(() -> with(r -> r.report(icb, OFFICER))).isInstanceOf(NotAllowed.class);
        for (ReportScope scope : new ReportScope[] {system, icb}) {
            assertThatThrownBy(() -> with(r -> r.cases(scope, ALL, 1, 50, OFFICER)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> with(r -> r.report(own(), CONTRIBUTOR)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void each_number_opens_to_as_many_cases() {
        ComplianceReport report = with(r -> r.report(own(), OFFICER));
        assertThat(with(r -> r.cases(own(), ALL, 1, 2, OFFICER)).total())
                .isEqualTo(report.received());
        for (Timeliness timeliness : Timeliness.values()) {
            ReportSelection one =
                    new ReportSelection(Set.of(timeliness), Set.of(), Optional.empty());
            assertThat(with(r -> r.cases(own(), one, 1, 50, OFFICER)).total())
                    .isEqualTo(report.count(timeliness));
        }
        ReportSelection cited = new ReportSelection(Set.of(), Set.of(), Optional.of("s.41"));
        ReportedCases found = with(r -> r.cases(own(), cited, 1, 50, OFFICER));
        assertThat(found.rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.reference()).hasToString("LCC-2024-0003");
                            assertThat(row.outcome()).isEqualTo(OutcomeClass.WITHHELD);
                        });
    }

    @Test
    void a_report_takes_the_same_number_of_statements_however_many_cases_there_are() {
        int few =
                desk.statementsOf(
                        d -> reports(d.em()).report(period("2024-01-01", "2024-01-02"), OFFICER));
        int all =
                desk.statementsOf(
                        d -> reports(d.em()).report(period("2023-01-01", "2025-01-01"), OFFICER));
        assertThat(all).isLessThanOrEqualTo(few + 1); // the calendar, once
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> period("2024-03-31", "2024-01-01"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("before the first");
    }

    private static ReportScope own() {
        return new ReportScope(Optional.of("lincolnshire-cc"), FROM, TO);
    }

    private static ReportScope period(String from, String to) {
        return new ReportScope(
                Optional.of("lincolnshire-cc"), LocalDate.parse(from), LocalDate.parse(to));
    }

    private static <T> T with(Function<ComplianceReports, T> work) {
        return desk.run(d -> work.apply(reports(d.em())));
    }

    private static ComplianceReports reports(EntityManager em) {
        return new CountCompliance(
                new SqlRequestRows(em, new SqlCalendars(em)),
                new SqlAuthorities(em),
                TestDesk.CLOCK);
    }
}
