package org.answerable.foi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.foi.Deadline;
import org.answerable.foi.DeadlineDay;
import org.answerable.foi.SharedCases;
import org.answerable.foi.law.Regime;
import org.junit.jupiter.api.Test;

class StatutoryClockTest {

    private static final WorkingCalendar UK = ShippedCalendar.calendar();
    private static final LocalDate LAST_SAFE_RECEIPT = LocalDate.of(2028, 11, 23);

    @Test
    void the_lincolnshire_request_is_due_on_22_april_2024_R2() {
        Deadline deadline = due(LocalDate.of(2024, 3, 21), 20, UK);

        assertThat(deadline.dayOne()).isEqualTo("2024-03-22");
        assertThat(deadline.due()).isEqualTo("2024-04-22");
        assertThat(deadline.skipped()).hasSize(12);
        assertThat(deadline.skipped().stream().map(DeadlineDay::describe))
                .contains(
                        "skipped: Good Friday, England and Wales, Scotland, Northern Ireland",
                        "skipped: Easter Monday, England and Wales, Northern Ireland");
    }

    @Test
    void the_limits_are_rows_of_data_and_eir_has_the_same_20_days_R19_I6() {
        assertThat(Regime.FOIA.workingDays()).isEqualTo(20);
        assertThat(due(LocalDate.of(2024, 3, 21), Regime.EIR.workingDays(), UK).due())
                .isEqualTo("2024-04-22");
        assertThat(due(LocalDate.of(2024, 3, 21), 40, UK).due()).isEqualTo("2024-05-21");
    }

    @Test
    void an_answer_on_9_april_2024_took_11_working_days() {
        LocalDate received = LocalDate.of(2024, 3, 21);

        assertThat(StatutoryClock.workingDaysBetween(received, LocalDate.of(2024, 4, 9), UK))
                .isEqualTo(11);
        assertThat(StatutoryClock.workingDaysBetween(received, received, UK)).isZero();
        assertThat(
                        StatutoryClock.workingDaysBetween(
                                LocalDate.of(2017, 5, 18), LocalDate.of(2017, 5, 23), UK))
                .isEqualTo(3);
    }

    @Test
    void due_dates_of_independent_systems_and_of_the_law_are_met() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (String line : SharedCases.read("foi/deadline-cases.csv").lines().skip(1).toList()) {
            Row row = Row.of(line);
            if (row == null) {
                continue;
            }
            checked++;
            ClockResult result = StatutoryClock.due(row.received, row.limit, row.calendar);
            String got =
                    result instanceof ClockResult.Due due
                            ? due.deadline().due().toString()
                            : "ERROR";
            if (!got.equals(row.expected)) {
                wrong.add(line + " but was " + got);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isEqualTo(27);
    }

    @Test
    void a_due_date_is_the_last_of_exactly_n_working_days() {
        for (LocalDate received : receipts()) {
            Deadline deadline = due(received, 20, UK);
            assertThat(UK.isWorkingDay(deadline.due())).isTrue();
            assertThat(StatutoryClock.workingDaysBetween(received, deadline.due(), UK))
                    .isEqualTo(20);
        }
    }

    @Test
    void a_later_receipt_is_never_due_earlier() {
        LocalDate before = LocalDate.MIN;
        for (LocalDate received : receipts()) {
            LocalDate due = due(received, 20, UK).due();
            assertThat(due).isAfterOrEqualTo(before);
            before = due;
        }
    }

    @Test
    void the_union_is_never_earlier_than_one_nation_and_a_new_holiday_never_moves_a_date_earlier() {
        WorkingCalendar england = UK.of(Nation.EW);
        LocalDate extraDay = LocalDate.of(2025, 6, 11);
        WorkingCalendar more = UK.with(new Holiday(extraDay, "Proclaimed", Set.of(Nation.SC)));
        for (LocalDate received : receipts()) {
            LocalDate due = due(received, 20, UK).due();
            assertThat(due).isAfterOrEqualTo(due(received, 20, england).due());
            assertThat(due(received, 20, more).due()).isAfterOrEqualTo(due);
        }
    }

    @Test
    void the_explanation_has_every_date_once_and_repeats_identically() {
        for (LocalDate received : receipts().subList(0, 400)) {
            Deadline deadline = due(received, 20, UK);
            List<LocalDate> all = received.datesUntil(deadline.due().plusDays(1)).toList();
            assertThat(deadline.days()).extracting(DeadlineDay::date).isEqualTo(all);
            assertThat(due(received, 20, UK)).isEqualTo(deadline);
        }
    }

    @Test
    void no_due_date_is_given_beyond_the_horizon() {
        assertThat(UK.horizon()).isEqualTo("2028-12-26");
        assertThat(due(LAST_SAFE_RECEIPT, 20, UK).due()).isEqualTo("2028-12-22");
        assertThat(StatutoryClock.due(LocalDate.of(2028, 12, 20), 20, UK))
                .isInstanceOf(ClockResult.BeyondHorizon.class);
        assertThat(StatutoryClock.due(LocalDate.of(2011, 12, 31), 20, UK))
                .isInstanceOf(ClockResult.BeyondHorizon.class);
    }

    @Test
    void the_shipped_calendar_restates_every_published_date() {
        List<String> published =
                SharedCases.read("foi/bank-holidays-uk.csv")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(","))
                        .map(
                                c ->
                                        c[0]
                                                + " "
                                                + nations(
                                                        c[c.length - 4],
                                                        c[c.length - 3],
                                                        c[c.length - 2]))
                        .toList();
        assertThat(UK.holidays().values().stream().map(h -> h.date() + " " + h.nationLabels()))
                .containsExactlyElementsOf(published);
        assertThat(UK.version()).isEqualTo("UK-union 2026-02-25");
    }

    @Test
    void a_wrong_line_of_a_calendar_is_named_by_its_number() {
        String twice = ShippedCalendar.content() + "2028-12-26 | EW | Boxing Day\n";
        assertThatThrownBy(() -> WorkingCalendar.parse(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2028-12-26 | EW");
    }

    private static List<String> nations(String england, String scotland, String ireland) {
        List<String> nations = new ArrayList<>();
        if (england.equals("true")) {
            nations.add("England and Wales");
        }
        if (scotland.equals("true")) {
            nations.add("Scotland");
        }
        if (ireland.equals("true")) {
            nations.add("Northern Ireland");
        }
        return nations;
    }

    private static List<LocalDate> receipts() {
        return LocalDate.of(2022, 1, 1).datesUntil(LAST_SAFE_RECEIPT).toList();
    }

    private static Deadline due(LocalDate received, int limit, WorkingCalendar calendar) {
        return ((ClockResult.Due) StatutoryClock.due(received, limit, calendar)).deadline();
    }

    /**
     * A row that the working-day engine answers; months, counting back and peer habits are other
     * clocks.
     */
    private record Row(LocalDate received, int limit, WorkingCalendar calendar, String expected) {

        private static final Pattern LIMIT = Pattern.compile("(?:FOI|EIR)?(\\d+)WD");

        static Row of(String line) {
            List<String> cells = Arrays.asList(line.split(","));
            int regime = 0;
            while (!cells.get(regime).matches("(FOI|EIR)?\\d+WD.*|SAR-.*|next-workday")) {
                regime++;
            }
            Matcher limit = LIMIT.matcher(cells.get(regime));
            boolean next = cells.get(regime).equals("next-workday");
            if (!next && !limit.matches()) {
                return null;
            }
            return new Row(
                    LocalDate.parse(cells.get(regime + 1)),
                    next ? 1 : Integer.parseInt(limit.group(1)),
                    calendar(cells.get(regime + 2)),
                    cells.get(regime + 3));
        }

        private static WorkingCalendar calendar(String name) {
            return switch (name) {
                case "UK" -> UK;
                case "EW" -> UK.of(Nation.EW);
                case "scotland" -> UK.of(Nation.SC);
                case "EW+2023-11-30" ->
                        UK.of(Nation.EW)
                                .with(
                                        new Holiday(
                                                LocalDate.of(2023, 11, 30),
                                                "Extra",
                                                Set.of(Nation.EW)));
                case "weekends-only" ->
                        WorkingCalendar.of(name, UK.coversFrom(), UK.horizon(), List.of());
                case "common-to-all(intersection)" ->
                        WorkingCalendar.of(
                                name,
                                UK.coversFrom(),
                                UK.horizon(),
                                UK.holidays().values().stream()
                                        .filter(h -> h.nations().size() == Nation.values().length)
                                        .toList());
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    @Test
    void working_days_between_two_dates_are_those_of_a_walk() {
        WorkingCalendar calendar = ShippedCalendar.calendar();
        LocalDate first = LocalDate.of(2023, 12, 1);
        for (int start = 0; start < 40; start++) {
            LocalDate from = first.plusDays(start);
            int walked = 0;
            for (LocalDate to = from; to.isBefore(from.plusDays(400)); to = to.plusDays(1)) {
                walked += to.isAfter(from) && calendar.isWorkingDay(to) ? 1 : 0;
                assertThat(StatutoryClock.workingDaysBetween(from, to, calendar))
                        .as("%s to %s", from, to)
                        .isEqualTo(walked);
                assertThat(StatutoryClock.workingDaysBetween(to, from, calendar))
                        .isEqualTo(-walked);
            }
        }
    }
}
