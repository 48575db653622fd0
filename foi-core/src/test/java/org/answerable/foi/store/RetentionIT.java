package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.CaseReference;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.answerable.foi.Retention;
import org.answerable.foi.Retention.Item;
import org.answerable.foi.Role;
import org.answerable.foi.retention.EraseWhatIsDue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is erased when, what holds it, and that nothing else changes what never changes. */
class RetentionIT {

    private static final Actor ADMIN =
            new Actor("admin", "Ada Min", "lincolnshire-cc", Set.of(Role.ADMIN));

    private TestDesk desk;
    private long old;

    @BeforeEach
    void cases() {
        desk = new TestDesk();
        desk.run(
                d -> {
                    new SqlCalendars(d.em()).current();
                    return null;
                });
        old = desk.run(d -> answered("LCC-2013-0001", "2013-01-02", "2013-01-31").save(d.em()));
        history(old, "Told Quentin Questioner that the answer was sent");
        letter(old);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void the_requester_and_the_record_go_after_their_periods_and_the_statistics_stay() {
        assertThat(due()).containsExactly("LCC-2013-0001 REQUESTER", "LCC-2013-0001 RECORD");

        Retention.Run run = with(r -> r.run(ADMIN));

        assertThat(run.requesters()).containsExactly("LCC-2013-0001");
        assertThat(run.records()).containsExactly("LCC-2013-0001");
        for (String table : List.of("foi_case", "requester", "letter", "history", "question")) {
            assertThat(text("select string_agg(t::text, ' ') from foi." + table + " t"))
                    .doesNotContainIgnoringCase("quentin")
                    .doesNotContain("Secret answer", "Ten.");
        }
        assertThat(text("select outcome || days_taken from foi.foi_case")).isEqualTo("GRANTED20");
        assertThat(due()).isEmpty();
        Retention.Run kept = with(r -> r.runs(ADMIN)).get(0);
        assertThat(kept.requesters()).containsExactly("LCC-2013-0001");
    }

    @Test
    void the_chain_of_the_history_still_verifies_after_its_texts_are_gone() {
        with(r -> r.run(ADMIN));
        assertThat(text("select count(*)::text from foi.broken_history(null)")).isEqualTo("0");
        assertThat(text("select string_agg(text, ';' order by position) from foi.history"))
                .startsWith("[erased under retention];")
                .contains("erased under the retention schedule");
    }

    @Test
    void a_recent_and_an_open_case_stay() {
        desk.run(
                d -> {
                    answered("LCC-2026-0001", "2026-09-01", "2026-10-01").save(d.em());
                    SqlCase.of("LCC-2013-0002", "lincolnshire-cc", "2013-01-02")
                            .due("2013-01-31", "2013-01-31")
                            .save(d.em());
                    return null;
                });
        assertThat(due()).allMatch(d -> d.startsWith("LCC-2013-0001"));
    }

    @Test
    void an_open_review_or_complaint_holds_the_whole_family_R11() {
        desk.run(
                d -> {
                    long review =
                            SqlCase.of("LCC-2013-0003", "lincolnshire-cc", "2013-02-10")
                                    .with("kind", "INTERNAL_REVIEW")
                                    .due("2013-03-10", "2013-03-10")
                                    .answered("2013-03-01", "GRANTED", "14", "")
                                    .save(d.em());
                    long complaint =
                            SqlCase.of("LCC-2013-0004", "lincolnshire-cc", "2013-05-10")
                                    .with("kind", "ICO_COMPLAINT")
                                    .save(d.em());
                    link(d.em(), review, old, "INTERNAL_REVIEW_OF");
                    link(d.em(), complaint, review, "ICO_COMPLAINT_ABOUT");
                    return null;
                });
        Retention.Preview preview = with(r -> r.preview(ADMIN));
        assertThat(preview.due()).isEmpty();
        assertThat(preview.held())
                .hasSize(4)
                .extracting(Item::hold)
                .containsOnly("A review, complaint or tribunal about it is open");
        Retention.Run run = with(r -> r.run(ADMIN));
        assertThat(run.held()).isEqualTo(4);
        assertThat(text("select name from foi.requester where case_id = " + old))
                .isEqualTo("Quentin Questioner");
    }

    @Test
    void a_hold_stops_it_until_it_is_released() {
        CaseReference reference = CaseReference.of("LCC-2013-0001");
        run(r -> r.hold(reference, "Police inquiry", OFFICER));
        Retention.Preview held = with(r -> r.preview(ADMIN));
        assertThat(held.due()).isEmpty();
        assertThat(held.held()).extracting(Item::hold).containsOnly("On hold: Police inquiry");

        Retention.Hold hold = with(r -> r.holds(OFFICER)).get(0);
        run(r -> r.release(hold.id(), "Closed", OFFICER));
        assertThat(due()).hasSize(2);
        assertThatThrownBy(() -> run(r -> r.release(hold.id(), "Again", OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> run(r -> r.hold(CaseReference.of("LCC-2013-9999"), "x", OFFICER)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void periods_are_by_outcome_and_the_latest_is_in_force() {
        run(r -> r.setRule(Optional.of(CaseOutcome.GRANTED), 36, 1200, ADMIN));
        assertThat(due()).containsExactly("LCC-2013-0001 REQUESTER");
        run(r -> r.setRule(Optional.of(CaseOutcome.GRANTED), 1200, 1200, ADMIN));
        assertThat(due()).isEmpty();
        run(r -> r.setRule(Optional.empty(), 6, 6, ADMIN));
        List<Retention.Rule> rules = with(r -> r.rules(ADMIN));
        assertThat(rules).hasSize(CaseOutcome.values().length + 1);
        assertThat(rules.get(rules.size() - 1).requesterMonths()).isEqualTo(6);
        assertThatThrownBy(() -> run(r -> r.setRule(Optional.empty(), 5, 6, ADMIN)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> run(r -> r.setRule(Optional.empty(), 24, 12, ADMIN)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nothing_is_erased_before_its_time_even_when_the_function_is_called_by_hand() {
        long recent =
                desk.run(d -> answered("LCC-2026-0002", "2026-09-01", "2026-10-01").save(d.em()));
        assertThatThrownBy(() -> text("select foi.erase_case(" + recent + ", 'REQUESTER')::text"))
                .hasMessageContaining("not due");
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d ->
                                                d.em().createNativeQuery(
                                                                "update foi.history set text = 'x'")
                                                        .executeUpdate()))
                .hasMessageContaining("append-only");
        with(r -> r.run(ADMIN));
        assertThat(text("select count(*)::text from foi.erasure_permit")).isEqualTo("0");
    }

    @Test
    void the_daily_run_reports_once_and_then_has_nothing_to_do() {
        run(Retention::runDaily);
        run(Retention::runDaily);
        List<Retention.Run> runs = with(r -> r.runs(ADMIN));
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).by()).isEqualTo("The schedule");
    }

    @Test
    void administrators_run_officers_hold_and_others_see_nothing() {
        assertThatThrownBy(() -> with(r -> r.run(OFFICER))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> with(r -> r.preview(CONTRIBUTOR))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> run(r -> r.hold(CaseReference.of("LCC-2013-0001"), "x", ADMIN)))
                .isInstanceOf(NotAllowed.class);
    }

    private List<String> due() {
        return with(r -> r.preview(ADMIN)).due().stream()
                .map(i -> i.reference() + " " + i.stage().name())
                .toList();
    }

    private static SqlCase answered(String reference, String received, String on) {
        return SqlCase.of(reference, "lincolnshire-cc", received)
                .with("request_text", "I am Quentin Questioner and ask")
                .due(on, on)
                .answered(on, "GRANTED", "20", "");
    }

    private void history(long id, String words) {
        desk.run(
                d ->
                        d.em().createNativeQuery(
                                        "insert into foi.history (id, case_id, at, actor,"
                                                + " actor_name, kind, text) values"
                                                + " (nextval('foi.record_seq'), ?1, now(), 'o', 'O',"
                                                + " 'DISPATCHED', ?2)")
                                .setParameter(1, id)
                                .setParameter(2, words)
                                .executeUpdate());
    }

    private void letter(long id) {
        desk.run(
                d ->
                        d.em().createNativeQuery(
                                        "insert into foi.letter (id, case_id, sent_on, content,"
                                                + " sha256) values (nextval('foi.record_seq'), ?1,"
                                                + " current_date, 'Dear Quentin Questioner: Secret"
                                                + " answer', 'x')")
                                .setParameter(1, id)
                                .executeUpdate());
    }

    private static void link(EntityManager em, long from, long to, String type) {
        em.createNativeQuery(
                        "insert into foi.case_link (from_case, to_case, type, linked_at, linked_by)"
                                + " values (?1, ?2, ?3, now(), 'o')")
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, type)
                .executeUpdate();
    }

    private String text(String sql) {
        return desk.run(d -> (String) d.em().createNativeQuery(sql).getSingleResult());
    }

    private void run(Consumer<Retention> work) {
        with(
                r -> {
                    work.accept(r);
                    return null;
                });
    }

    /** By today's date: the database looks at its own clock before it erases. */
    private <T> T with(Function<Retention, T> work) {
        return desk.run(
                d ->
                        work.apply(
                                new EraseWhatIsDue(
                                        new SqlRetention(d.em()), Clock.systemDefaultZone())));
    }
}
