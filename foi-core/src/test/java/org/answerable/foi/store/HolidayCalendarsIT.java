package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.answerable.foi.Actor;
import org.answerable.foi.CalendarChange;
import org.answerable.foi.CalendarContent;
import org.answerable.foi.CalendarProposal;
import org.answerable.foi.CalendarVersion;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.HolidayCalendars;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.answerable.foi.Redating;
import org.answerable.foi.Role;
import org.answerable.foi.calendar.AdoptCalendar;
import org.answerable.foi.calendar.GovUk;
import org.answerable.foi.clock.Holiday;
import org.answerable.foi.clock.ShippedCalendar;
import org.answerable.foi.clock.WorkingCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of the calendar: kept for ever, and never applied unseen (R3, section 2.5). */
class HolidayCalendarsIT {

    private static final WorkingCalendar SHIPPED = ShippedCalendar.calendar();
    private static final Actor ADMIN =
            new Actor("admin", "Ada Min", "lincolnshire-cc", Set.of(Role.ADMIN));
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 6, 19);

    private TestDesk desk;

    @BeforeEach
    void start() {
        desk = new TestDesk();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void the_calendar_of_the_product_is_the_first_version() {
        List<CalendarVersion> versions = with(c -> c.versions(OFFICER));
        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).inForce()).isTrue();
        assertThat(versions.get(0).horizon()).isEqualTo("2028-12-26");
        assertThat(versions.get(0).contentHash()).isEqualTo(SHIPPED.contentHash());
        assertThat(versions.get(0).adoptedBy()).isEmpty();
    }

    @Test
    void an_added_day_is_shown_first_and_counts_only_once_it_is_adopted() {
        CalendarProposal proposal = propose(h -> true, GovUk.event("A new holiday", "2026-06-19"));
        assertThat(proposal.changes()).hasSize(1);
        assertThat(proposal.changes().get(0).kind()).isEqualTo(CalendarChange.Kind.ADDED);
        assertThat(proposal.loses()).isFalse();
        assertThat(inForce().isWorkingDay(NEW_DAY)).isTrue();

        String version = with(c -> c.adopt(proposal.id(), false, "", ADMIN));

        assertThat(version).isEqualTo("UK-union 2024-04-09");
        CalendarContent adopted = with(c -> c.version(version, OFFICER));
        assertThat(adopted.version().adoptedBy()).contains("Ada Min");
        assertThat(adopted.years().get(2026)).extracting(d -> d.title()).contains("A new holiday");
    }

    @Test
    void open_cases_are_dated_anew_and_listed_with_the_version() {
        desk.run(
                d -> {
                    new SqlCalendars(d.em()).current();
                    return null;
                });
        desk.run(
                d ->
                        SqlCase.of("LCC-2026-0001", "lincolnshire-cc", "2026-06-01")
                                .due("2026-06-30", "2026-06-30")
                                .save(d.em()));
        Redating moved =
                new Redating(
                        CaseReference.of("LCC-2026-0001"),
                        "lincolnshire-cc",
                        Optional.of(LocalDate.of(2026, 6, 30)),
                        Optional.of(LocalDate.of(2026, 7, 1)));
        CalendarProposal proposal = propose(h -> true, GovUk.event("A new holiday", "2026-06-19"));

        String version =
                desk.run(
                        d ->
                                new AdoptCalendar(
                                                versions(d),
                                                actor -> List.of(moved),
                                                TestDesk.CLOCK)
                                        .adopt(proposal.id(), false, "", ADMIN));

        assertThat(with(c -> c.version(version, OFFICER)).moved()).containsExactly(moved);
    }

    @Test
    void a_list_that_drops_a_date_needs_a_confirmation_and_a_reason() {
        Predicate<Holiday> withoutSt = h -> !h.date().equals(LocalDate.of(2026, 3, 17));
        CalendarProposal proposal = propose(withoutSt, "");
        assertThat(proposal.loses()).isTrue();
        assertThat(proposal.changes().get(0).kind()).isEqualTo(CalendarChange.Kind.DROPPED);

        assertThatThrownBy(() -> with(c -> c.adopt(proposal.id(), false, "", ADMIN)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(f -> f.field())
                                        .containsExactly("confirmed", "reason"));
        List<CalendarVersion> still = with(c -> c.versions(ADMIN));
        assertThat(still).hasSize(1);

        String version = with(c -> c.adopt(proposal.id(), true, "Repealed in 2025", ADMIN));
        assertThat(with(c -> c.version(version, ADMIN)).version().reason())
                .isEqualTo("Repealed in 2025");
    }

    @Test
    void a_date_lost_in_one_nation_needs_a_confirmation_too() {
        String without =
                GovUk.json(SHIPPED, h -> true, "")
                        .replaceFirst(
                                Pattern.quote(GovUk.event("Good Friday", "2026-04-03")) + ",", "");
        CalendarProposal proposal = propose(without);
        assertThat(proposal.changes().get(0).kind()).isEqualTo(CalendarChange.Kind.NARROWED);
        assertThat(proposal.loses()).isTrue();
    }

    @Test
    void years_that_the_list_leaves_out_are_kept_and_said_so() {
        CalendarProposal proposal =
                propose(
                        h -> h.date().getYear() >= 2024,
                        GovUk.event("A new holiday", "2026-06-19"));
        assertThat(proposal.changes()).hasSize(1);
        assertThat(proposal.kept())
                .containsExactly(
                        "England and Wales: 2012 to 2023",
                        "Scotland: 2012 to 2023",
                        "Northern Ireland: 2012 to 2023");
    }

    @Test
    void a_gap_of_years_is_refused() {
        String later =
                "{\"england-and-wales\":{\"events\":[%1$s]},\"scotland\":{\"events\":[%1$s]},\"northern-ireland\":{\"events\":[%1$s]}}"
                        .formatted(GovUk.event("Christmas Day", "2030-12-25"));
        assertThatThrownBy(() -> propose(later))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2029 in England and Wales");
    }

    @Test
    void the_same_dates_again_are_nothing_to_adopt() {
        assertThatThrownBy(() -> propose(h -> true, ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nothing to adopt");
    }

    @Test
    void a_proposal_is_adopted_once_and_only_against_the_version_it_was_compared_with() {
        CalendarProposal first = propose(h -> true, GovUk.event("A", "2026-06-19"));
        CalendarProposal second = propose(h -> true, GovUk.event("B", "2026-06-18"));
        with(c -> c.adopt(first.id(), false, "", ADMIN));

        assertThatThrownBy(() -> with(c -> c.adopt(first.id(), false, "", ADMIN)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("adopted already");
        assertThatThrownBy(() -> with(c -> c.adopt(second.id(), false, "", ADMIN)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("has come into force");

        CalendarProposal third =
                propose(
                        h -> true,
                        GovUk.event("A", "2026-06-19") + "," + GovUk.event("B", "2026-06-18"));
        String adopted = with(c -> c.adopt(third.id(), false, "", ADMIN));
        assertThat(adopted).isEqualTo("UK-union 2024-04-09.2");
    }

    @Test
    void only_administrators_change_calendars_and_versions_never_change() {
        assertThatThrownBy(() -> with(c -> c.proposal(1, OFFICER))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> with(c -> c.adopt(1, true, "x", OFFICER)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> with(c -> c.adopt(99, true, "x", ADMIN)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> with(c -> c.versions(TestDesk.ANALYST)))
                .isInstanceOf(NotAllowed.class);
        with(c -> c.versions(ADMIN));
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d ->
                                                d.em().createNativeQuery(
                                                                "delete from foi.calendar_version")
                                                        .executeUpdate()))
                .hasMessageContaining("append-only");
    }

    private WorkingCalendar inForce() {
        return desk.run(d -> new SqlCalendars(d.em()).current());
    }

    private CalendarProposal propose(Predicate<Holiday> kept, String more) {
        return propose(GovUk.json(SHIPPED, kept, more));
    }

    private CalendarProposal propose(String json) {
        return with(
                c -> {
                    try {
                        return c.propose(GovUk.stream(json), ADMIN);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private <T> T with(Function<HolidayCalendars, T> work) {
        return desk.run(
                d ->
                        work.apply(
                                new AdoptCalendar(
                                        versions(d), actor -> List.of(), TestDesk.CLOCK)));
    }

    private static SqlCalendarVersions versions(TestDesk.Desk d) {
        return new SqlCalendarVersions(d.em(), new SqlCalendars(d.em()));
    }
}
