package org.answerable.foi.clock;

import static org.answerable.foi.ClockEvent.Type.CLARIFICATION_RECEIVED;
import static org.answerable.foi.ClockEvent.Type.CLARIFICATION_REQUESTED;
import static org.answerable.foi.ClockEvent.Type.EIR_EXTENSION;
import static org.answerable.foi.ClockEvent.Type.FEES_NOTICE;
import static org.answerable.foi.ClockEvent.Type.FEE_PAID;
import static org.answerable.foi.ClockEvent.Type.PUBLIC_INTEREST_EXTENSION;
import static org.answerable.foi.ClockEvent.Type.RESPONDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.Deadline;
import org.answerable.foi.DeadlineAnswer;
import org.answerable.foi.DeadlineAnswer.Status;
import org.answerable.foi.DeadlineAnswer.Step;
import org.answerable.foi.DeadlineDay;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.SharedCases;
import org.answerable.foi.law.Regime;
import org.junit.jupiter.api.Test;

class EventClockTest {

    private static final WorkingCalendar UK = ShippedCalendar.calendar();

    @Test
    void clarification_resets_the_clock_R5() {
        DeadlineAnswer answer =
                foia(
                        event(CLARIFICATION_REQUESTED, "2024-04-02"),
                        event(CLARIFICATION_RECEIVED, "2024-04-15"));

        assertThat(due(answer)).isEqualTo("2024-05-14");
        assertThat(answer.steps()).extracting(Step::rule).containsExactly("R2", "R5", "R5");
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void no_date_is_due_while_a_clarification_or_a_fee_is_awaited_R5_R6() {
        DeadlineAnswer asked = foia(event(CLARIFICATION_REQUESTED, "2024-04-02"));
        assertThat(asked.status()).isEqualTo(Status.AWAITING_CLARIFICATION);
        assertThat(asked.deadline()).isEmpty();
        assertThat(foia(event(FEES_NOTICE, "2024-03-27")).status()).isEqualTo(Status.AWAITING_FEE);
    }

    @Test
    void a_clarification_asked_after_the_due_date_cures_nothing_R5() {
        DeadlineAnswer answer =
                foia(
                        event(CLARIFICATION_REQUESTED, "2024-04-23"),
                        event(CLARIFICATION_RECEIVED, "2024-04-30"));

        assertThat(due(answer)).isEqualTo("2024-04-22");
        assertThat(answer.warnings()).singleElement().asString().contains("after the due date");
    }

    @Test
    void a_clarification_alone_resets_with_a_warning_R5() {
        DeadlineAnswer answer = foia(event(CLARIFICATION_RECEIVED, "2024-03-28"));

        assertThat(answer.deadline().orElseThrow().received()).isEqualTo("2024-03-28");
        assertThat(answer.warnings()).hasSize(1);
    }

    @Test
    void the_days_from_fees_notice_to_payment_do_not_count_R6() {
        DeadlineAnswer answer =
                foia(event(FEES_NOTICE, "2024-03-27"), event(FEE_PAID, "2024-04-10"));

        assertThat(due(answer)).isEqualTo("2024-05-03");
        assertThat(answer.steps().get(2).text()).contains("9 working days");
        assertThat(answer.deadline().orElseThrow().skipped().stream().map(DeadlineDay::reason))
                .filteredOn("waiting for the fee"::equals)
                .hasSize(9);
    }

    @Test
    void a_public_interest_extension_gives_its_date_and_warns_beyond_40_days_R7() {
        assertThat(due(foia(extension("2024-04-10", "2024-05-21")))).isEqualTo("2024-05-21");
        assertThat(foia(extension("2024-04-10", "2024-05-22")).warnings()).hasSize(1);
        assertThat(due(foia(extension("2024-04-23", "2024-05-21")))).isEqualTo("2024-04-22");
        assertThatThrownBy(() -> foia(event(PUBLIC_INTEREST_EXTENSION, "2024-04-10")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("\"to\"");
    }

    @Test
    void an_eir_extension_gives_40_days_once_and_in_time_only_R19() {
        ClockEvent inTime = event(EIR_EXTENSION, "2024-04-22");
        assertThat(due(calculate(Regime.EIR, inTime))).isEqualTo("2024-05-21");
        DeadlineAnswer twice = calculate(Regime.EIR, inTime, event(EIR_EXTENSION, "2024-04-10"));
        assertThat(due(twice)).isEqualTo("2024-05-21");
        assertThat(twice.warnings()).hasSize(1);
        assertThat(due(calculate(Regime.EIR, event(EIR_EXTENSION, "2024-04-23"))))
                .isEqualTo("2024-04-22");
        assertThatThrownBy(() -> foia(inTime)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_response_stops_the_clock_and_says_in_time_or_late_R4() {
        DeadlineAnswer answered = foia(event(RESPONDED, "2024-04-09"));
        assertThat(answered.status()).isEqualTo(Status.RESPONDED);
        assertThat(answered.steps().get(1).text()).contains("after 11 working days: in time");
        assertThat(foia(event(RESPONDED, "2024-03-21")).steps().get(1).text()).contains("after 0");
        assertThat(foia(event(RESPONDED, "2024-04-22")).steps().get(1).text())
                .contains("after 20 working days: in time");
        assertThat(foia(event(RESPONDED, "2024-04-23")).steps().get(1).text())
                .contains("1 working day late");
    }

    @Test
    void order_and_repetition_of_events_do_not_matter() {
        List<ClockEvent> events =
                List.of(
                        event(FEES_NOTICE, "2024-03-22"),
                        event(FEE_PAID, "2024-03-26"),
                        event(CLARIFICATION_REQUESTED, "2024-04-02"),
                        event(CLARIFICATION_RECEIVED, "2024-04-15"));
        List<ClockEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.reverse(shuffled);
        LocalDate received = LocalDate.of(2024, 3, 21);
        assertThat(EventClock.calculate(Regime.FOIA, received, shuffled, UK))
                .isEqualTo(EventClock.calculate(Regime.FOIA, received, events, UK));
    }

    @Test
    void a_subject_access_request_takes_a_month_and_goes_on_to_a_working_day_R22() {
        int checked = 0;
        for (String line : SharedCases.read("foi/deadline-cases.csv").lines().toList()) {
            if (line.contains(",SAR-1M,")) {
                String[] cells = line.substring(line.indexOf(",SAR-1M,") + 1).split(",");
                DeadlineAnswer answer =
                        EventClock.calculate(
                                Regime.SAR, LocalDate.parse(cells[1]), List.of(), UK.of(Nation.EW));
                assertThat(due(answer)).as(line).isEqualTo(cells[3]);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(4);
        LocalDate endOfMonth = LocalDate.of(2023, 1, 31);
        assertThat(due(EventClock.calculate(Regime.SAR, endOfMonth, List.of(), UK)))
                .isEqualTo("2023-02-28");
    }

    @Test
    void events_before_receipt_and_counts_beyond_the_horizon_are_refused() {
        assertThatThrownBy(() -> foia(event(RESPONDED, "2024-03-20")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("before receipt");
        assertThatThrownBy(() -> foia(extension("2024-04-10", "2029-01-02")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2028-12-26");
        ClockEvent notice = event(FEES_NOTICE, "2024-03-22");
        assertThatThrownBy(() -> foia(notice, ClockEvent.of(FEE_PAID, LocalDate.MAX)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2028-12-26");
        for (Regime regime : List.of(Regime.FOIA, Regime.EIR, Regime.SAR)) {
            for (LocalDate received :
                    List.of(LocalDate.of(2028, 12, 20), LocalDate.MAX, LocalDate.MIN)) {
                assertThatThrownBy(() -> EventClock.calculate(regime, received, List.of(), UK))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessageContaining("2028-12-26");
            }
        }
    }

    @Test
    void a_fees_notice_after_the_due_date_cures_nothing_R6() {
        DeadlineAnswer answer = foia(event(FEES_NOTICE, "2024-04-23"));

        assertThat(answer.status()).isEqualTo(Status.RUNNING);
        assertThat(due(answer)).isEqualTo("2024-04-22");
        assertThat(answer.warnings()).singleElement().asString().contains("after the due date");
    }

    @Test
    void an_answer_on_the_due_date_took_twenty_days_and_is_in_time_R4() {
        DeadlineAnswer.Response response =
                foia(event(RESPONDED, "2024-04-22")).response().orElseThrow();
        assertThat(response.daysTaken()).isEqualTo(20);
        assertThat(response.daysLate()).isZero();
        DeadlineAnswer.Response late =
                foia(event(RESPONDED, "2024-04-23")).response().orElseThrow();
        assertThat(late.daysTaken()).isEqualTo(21);
        assertThat(late.daysLate()).isEqualTo(1);
    }

    @Test
    void a_withdrawal_a_lapse_and_a_transfer_end_the_clock() {
        for (ClockEvent.Type end :
                List.of(
                        ClockEvent.Type.WITHDRAWN,
                        ClockEvent.Type.LAPSED,
                        ClockEvent.Type.TRANSFERRED)) {
            DeadlineAnswer answer =
                    foia(event(end, "2024-04-02"), event(FEES_NOTICE, "2024-04-03"));
            assertThat(answer.status()).isEqualTo(Status.ENDED);
            assertThat(answer.deadline()).isEmpty();
            assertThat(answer.warnings()).singleElement().asString().contains("after the end");
        }
    }

    private static DeadlineAnswer foia(ClockEvent... events) {
        return calculate(Regime.FOIA, events);
    }

    private static DeadlineAnswer calculate(Regime regime, ClockEvent... events) {
        return EventClock.calculate(regime, LocalDate.of(2024, 3, 21), List.of(events), UK);
    }

    private static LocalDate due(DeadlineAnswer answer) {
        return answer.deadline().map(Deadline::due).orElseThrow();
    }

    private static ClockEvent event(ClockEvent.Type type, String date) {
        return ClockEvent.of(type, LocalDate.parse(date));
    }

    private static ClockEvent extension(String date, String to) {
        return new ClockEvent(
                PUBLIC_INTEREST_EXTENSION, LocalDate.parse(date), Optional.of(LocalDate.parse(to)));
    }
}
