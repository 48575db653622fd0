package org.answerable.foi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ComplianceReport.Band;
import org.answerable.foi.ComplianceReport.Check;
import org.answerable.foi.OutcomeClass;
import org.answerable.foi.ReportScope;
import org.answerable.foi.Timeliness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplianceCountTest {

    private static final LocalDate RECEIVED = LocalDate.of(2024, 3, 21);
    private static final LocalDate DUE = LocalDate.of(2024, 4, 22);
    private static final LocalDate EXTENDED = LocalDate.of(2024, 5, 21);

    @ParameterizedTest
    @CsvSource({
        "2024-04-22, 2024-04-22, 2024-04-22, IN_TIME",
        "2024-04-22, 2024-04-22, 2024-04-23, LATE",
        "2024-04-22, 2024-05-21, 2024-04-22, IN_TIME",
        "2024-04-22, 2024-05-21, 2024-04-23, WITHIN_EXTENSION",
        "2024-04-22, 2024-05-21, 2024-05-21, WITHIN_EXTENSION",
        "2024-04-22, 2024-05-21, 2024-05-22, LATE",
    })
    void in_time_by_date_and_late_against_the_extended_date_R4_R26f(
            LocalDate base, LocalDate due, LocalDate answered, Timeliness expected) {
        assertThat(answered(base, due, answered, CaseOutcome.GRANTED).timeliness())
                .isEqualTo(expected);
    }

    @Test
    void an_open_request_is_running_extended_or_stopped_R24() {
        assertThat(open(Optional.of(DUE), Optional.of(DUE), false).timeliness())
                .isEqualTo(Timeliness.OPEN);
        assertThat(open(Optional.of(DUE), Optional.of(EXTENDED), true).timeliness())
                .isEqualTo(Timeliness.OPEN_EXTENDED);
        assertThat(open(Optional.empty(), Optional.empty(), false).timeliness())
                .isEqualTo(Timeliness.OPEN_STOPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "GRANTED, '', GRANTED",
        "GRANTED_PART_HELD, '', GRANTED",
        "PART, s.40(2), PART",
        "PART, s.40(2) s.12(1), PART",
        "PART, s.12(1), COST_LIMIT",
        "PART, s.21, PART",
        "REFUSED, s.40(2), WITHHELD",
        "REFUSED, r12(4)(b), WITHHELD",
        "REFUSED, s.12(1), COST_LIMIT",
        "REFUSED, s.12(1) s.43(2), WITHHELD",
        "REFUSED, s.14(1), VEXATIOUS",
        "REFUSED, s.14(2), REPEATED",
        "REFUSED, s.21, ALREADY_ACCESSIBLE",
        "REFUSED, s.21 s.22, WITHHELD",
        "NOT_HELD, '', NOT_HELD",
        "NCND, s.40(2), WITHHELD",
    })
    void procedural_refusals_and_s21_alone_are_counted_apart_from_exemptions_R25(
            CaseOutcome outcome, String codes, OutcomeClass expected) {
        Set<String> grounds = codes.isEmpty() ? Set.of() : Set.of(codes.split(" "));
        assertThat(request(DUE, DUE, RECEIVED, outcome, grounds).outcomeClass())
                .isEqualTo(expected);
    }

    @Test
    void what_ended_without_an_answer_is_not_resolvable_R25() {
        assertThat(ended(true, true).outcomeClass()).isEqualTo(OutcomeClass.CLARIFICATION);
        assertThat(ended(true, false).outcomeClass()).isEqualTo(OutcomeClass.ENDED);
        assertThat(ended(false, true).outcomeClass()).isEqualTo(OutcomeClass.ENDED);
        assertThat(List.of(OutcomeClass.CLARIFICATION, OutcomeClass.ENDED, OutcomeClass.NOT_HELD))
                .noneMatch(OutcomeClass::resolvable);
    }

    /** The published example: 102 = 93 + 9, 93 = 88 + 2 + 3 = 12+3+52+11+5+2+6+2, 55 = 3 + 52. */
    @Test
    void the_sums_of_the_published_example_hold_R26() {
        List<CountedRequest> all = new ArrayList<>();
        add(all, 12, CaseOutcome.GRANTED);
        add(all, 3, CaseOutcome.PART, "s.40(2)", "s.43(2)");
        add(all, 47, CaseOutcome.REFUSED, "s.40(2)");
        all.addAll(
                Collections.nCopies(
                        2,
                        request(DUE, EXTENDED, EXTENDED, CaseOutcome.REFUSED, Set.of("s.43(2)"))));
        all.addAll(
                Collections.nCopies(
                        3,
                        request(
                                DUE,
                                EXTENDED,
                                EXTENDED.plusDays(1),
                                CaseOutcome.NCND,
                                Set.of("s.40(2)"))));
        add(all, 11, CaseOutcome.REFUSED, "s.12(1)");
        add(all, 5, CaseOutcome.REFUSED, "s.14(1)");
        add(all, 2, CaseOutcome.REFUSED, "s.14(2)");
        add(all, 6, CaseOutcome.NOT_HELD);
        all.addAll(Collections.nCopies(2, ended(true, true)));
        all.addAll(Collections.nCopies(9, open(Optional.of(DUE), Optional.of(DUE), false)));

        ComplianceReport report = count(all);

        assertThat(report.received()).isEqualTo(102);
        assertThat(report.processed()).isEqualTo(93);
        assertThat(report.notYetProcessed()).isEqualTo(9);
        assertThat(report.count(Timeliness.IN_TIME)).isEqualTo(88);
        assertThat(report.count(Timeliness.WITHIN_EXTENSION)).isEqualTo(2);
        assertThat(report.count(Timeliness.LATE)).isEqualTo(3);
        assertThat(report.withheldByExemption()).isEqualTo(55);
        assertThat(report.withheld()).isEqualTo(55 + 18);
        assertThat(report.resolvable()).isEqualTo(102 - 6 - 2);
        assertThat(report.grounds()).containsEntry("s.40(2)", 53L).containsEntry("s.43(2)", 5L);
        assertThat(report.checks())
                .extracting(Check::rule)
                .containsExactly("R26(a)", "R26(b)", "R26(c)", "R26(d)", "R26(e)", "R26(f)");
        assertThat(report.checks()).allMatch(Check::holds);
        assertThat(report.checks().get(0).text())
                .isEqualTo("102 received = 93 processed + 9 not yet");
    }

    @Test
    void days_taken_are_those_counted_from_day_one_with_their_median_and_bands() {
        List<CountedRequest> all = new ArrayList<>();
        for (int days : new int[] {0, 20, 20, 21}) {
            all.add(taking(days));
        }
        all.add(ended(true, false));

        ComplianceReport.TimeTaken taken = count(all).timeTaken();

        assertThat(taken.answered()).isEqualTo(4);
        assertThat(taken.median()).hasValue(20);
        assertThat(taken.bands()).extracting(Band::requests).containsExactly(1L, 0L, 2L, 1L, 0L);
        assertThat(taken.bands().get(2).label()).isEqualTo("11 to 20 working days");
    }

    @Test
    void a_period_without_requests_has_zeros_and_no_median() {
        ComplianceReport report = count(List.of());
        assertThat(report.received()).isZero();
        assertThat(report.timeTaken().median()).isEmpty();
        assertThat(report.consistent()).isTrue();
    }

    @Test
    void page_and_files_are_made_from_the_same_numbers() {
        ComplianceReport report = count(List.of(taking(20), taking(25)));
        assertThat(ReportTables.one(report).rows())
                .anySatisfy(
                        row ->
                                assertThat(row.toString())
                                        .contains("11 to 20 working days", "value=1", "0.5"));
        assertThat(ReportTables.workbook(report, java.time.Instant.EPOCH).tables()).hasSize(6);
    }

    private static ComplianceReport count(List<CountedRequest> requests) {
        return ComplianceCount.of(
                "All",
                new ReportScope(Optional.empty(), RECEIVED, DUE),
                DUE,
                new RequestRows.Received(requests, 0),
                new ComplianceReport.Reviews(0, 0));
    }

    private static void add(
            List<CountedRequest> all, int times, CaseOutcome outcome, String... grounds) {
        all.addAll(Collections.nCopies(times, request(DUE, DUE, DUE, outcome, Set.of(grounds))));
    }

    private static CountedRequest answered(
            LocalDate base, LocalDate due, LocalDate on, CaseOutcome outcome) {
        return request(base, due, on, outcome, Set.of());
    }

    private static CountedRequest request(
            LocalDate base, LocalDate due, LocalDate on, CaseOutcome outcome, Set<String> grounds) {
        return new CountedRequest(
                "LCC-2024-0001",
                "Subject",
                RECEIVED,
                Optional.of(base),
                Optional.of(due),
                due.isAfter(base),
                Optional.of(on),
                true,
                Optional.of(outcome),
                OptionalInt.of(20),
                grounds,
                false,
                false);
    }

    private static CountedRequest taking(int days) {
        return new CountedRequest(
                "LCC-2024-0001",
                "Subject",
                RECEIVED,
                Optional.of(DUE),
                Optional.of(DUE),
                false,
                Optional.of(DUE),
                true,
                Optional.of(CaseOutcome.GRANTED),
                OptionalInt.of(days),
                Set.of(),
                false,
                false);
    }

    private static CountedRequest open(
            Optional<LocalDate> base, Optional<LocalDate> due, boolean extended) {
        return new CountedRequest(
                "LCC-2024-0001",
                "Subject",
                RECEIVED,
                base,
                due,
                extended,
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                false,
                false);
    }

    private static CountedRequest ended(boolean lapsed, boolean clarificationAsked) {
        return new CountedRequest(
                "LCC-2024-0001",
                "Subject",
                RECEIVED,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(DUE),
                false,
                Optional.empty(),
                OptionalInt.empty(),
                Set.of(),
                clarificationAsked,
                lapsed);
    }
}
