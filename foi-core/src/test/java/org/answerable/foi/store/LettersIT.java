package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.ADMIN;
import static org.answerable.foi.store.TestDesk.ANALYST;
import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterTemplates.Template;
import org.answerable.foi.LetterText;
import org.answerable.foi.LetterView;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Letters as kept, and their templates. */
class LettersIT {

    private static TestDesk desk;
    private static Walk walk;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
        walk = new Walk(desk);
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @Test
    void a_letter_stays_as_it_was_sent_when_its_template_changes() {
        CaseReference before = walk.sent(Walk.BY_MAIL);
        long id = letters(before).get(0).id();
        String said = read(before, id).body();
        byte[] pdf = pdf(before, id);
        Template old = template(LetterKind.DECISION);

        save(LetterKind.DECISION, old.version(), old.text().replace("Dear", "Good day"), ADMIN);

        assertThat(read(before, id).body()).isEqualTo(said).contains("Dear Mae Mailer");
        assertThat(pdf(before, id))
                .isEqualTo(pdf)
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        CaseReference after = walk.sent(Walk.BY_MAIL);
        assertThat(read(after, letters(after).get(0).id()).body()).contains("Good day Mae Mailer");
        assertThat(versions(LetterKind.DECISION))
                .extracting(Template::version, Template::shipped)
                .containsExactly(tuple(2, false), tuple(1, true));
    }

    @Test
    void R15_an_answer_that_refuses_everything_is_a_refusal_notice_with_advice() {
        CaseReference reference = walk.approved(Walk.BY_MAIL, Walk.refusedForCost());
        LetterText preview = desk.run(d -> d.letters().preview(reference, OFFICER));
        assertThat(preview.kind()).isEqualTo(LetterKind.REFUSAL);
        walk.send(reference, TestDesk.TODAY, Channel.POST);
        LetterView sent = letters(reference).get(0);
        assertThat(sent.kind()).isEqualTo(LetterKind.REFUSAL);
        assertThat(read(reference, sent.id()).body())
                .contains(
                        "s.12(1) of the Act",
                        "31 hours at £25",
                        "Ask for one year",
                        "section 16",
                        "section 50");
    }

    @Test
    void a_letter_that_lacks_what_its_kind_needs_is_refused_with_the_field() {
        CaseReference reference = walk.registered(Walk.BY_MAIL);
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d ->
                                                d.letters()
                                                        .preview(
                                                                reference,
                                                                LetterKind.FEES_NOTICE,
                                                                LetterDetails.none(),
                                                                OFFICER)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("s.9(1)")
                .hasMessageContaining("s.9(2)");
        LetterText clarification =
                desk.run(
                        d ->
                                d.letters()
                                        .preview(
                                                reference,
                                                LetterKind.CLARIFICATION,
                                                LetterDetails.ofWords("Which years?"),
                                                OFFICER));
        assertThat(clarification.body()).contains("Which years?", "How many health visitors?");
    }

    @Test
    void two_administrators_editing_one_template_lose_nothing() {
        Template seen = template(LetterKind.TRANSFER);
        save(LetterKind.TRANSFER, seen.version(), seen.text() + "\n\nFirst.", ADMIN);
        assertThatThrownBy(
                        () ->
                                save(
                                        LetterKind.TRANSFER,
                                        seen.version(),
                                        seen.text() + "\n\nSecond.",
                                        ADMIN))
                .isInstanceOf(Conflict.class);
        assertThat(template(LetterKind.TRANSFER).text())
                .contains("First.")
                .doesNotContain("Second.");
    }

    @Test
    void the_same_text_again_makes_no_version_and_a_bad_one_is_not_saved() {
        Template seen = template(LetterKind.REFUSAL);
        save(LetterKind.REFUSAL, seen.version(), seen.text(), ADMIN);
        assertThatThrownBy(() -> save(LetterKind.REFUSAL, seen.version(), "# Title\n\nNo.", ADMIN))
                .isInstanceOf(InvalidInput.class);
        assertThat(template(LetterKind.REFUSAL)).isEqualTo(seen);
    }

    @Test
    void only_administrators_save_and_only_case_readers_preview_a_real_case() {
        Template seen = template(LetterKind.DECISION);
        assertThatThrownBy(() -> save(LetterKind.DECISION, seen.version(), seen.text(), OFFICER))
                .isInstanceOf(NotAllowed.class);
        CaseReference reference = walk.registered(Walk.BY_MAIL);
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d ->
                                                d.letters()
                                                        .tryTemplate(
                                                                LetterKind.DECISION,
                                                                seen.text(),
                                                                Optional.of(reference),
                                                                ADMIN)))
                .isInstanceOf(NotAllowed.class);
        assertThat(
                        desk.run(
                                        d ->
                                                d.letters()
                                                        .tryTemplate(
                                                                LetterKind.DECISION,
                                                                seen.text(),
                                                                Optional.empty(),
                                                                ADMIN))
                                .body())
                .contains("Sam Sample", "Lincolnshire County Council");
    }

    @Test
    void nobody_else_reads_a_letter() {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        long id = letters(reference).get(0).id();
        for (Actor other : List.of(CONTRIBUTOR, ANALYST, ADMIN)) {
            assertThatThrownBy(() -> desk.run(d -> d.letters().read(reference, id, other)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> desk.run(d -> d.letters().pdf(reference, id, ICB_OFFICER)))
                .isInstanceOf(NotFound.class);
        CaseReference another = walk.registered(Walk.BY_MAIL);
        assertThatThrownBy(() -> desk.run(d -> d.letters().read(another, id, OFFICER)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_letter_kept_as_data_by_an_earlier_release_stays_readable() throws SQLException {
        CaseReference reference = walk.registered(Walk.BY_MAIL);
        try (Connection c = desk.dataSource().getConnection();
                Statement s = c.createStatement()) {
            s.executeUpdate(
                    """
                    insert into foi.letter (id, case_id, sent_on, content, sha256)
                    select 1, id, '2024-04-09', '{"authority":"Old Council","addressee":["Ann"],\
                    "reference":"LCC-2024-0001","subject":"Old & new","received":"2024-03-21",\
                    "date":"2024-04-09","questions":[{"number":1,"text":"How many?",\
                    "decision":"Refused","answer":"None","grounds":[{"code":"s.43(2)",\
                    "subject":"Commercial","reason":"Bids.","publicInterestTest":{"inFavour":"a1",\
                    "against":"b1","balance":"c1"}}],"figures":[]}],"complaints":["Review."],\
                    "regulator":"ICO."}', 'x' from foi.foi_case where reference = '%s'
                    """
                            .formatted(reference));
        }
        assertThat(letters(reference)).hasSize(1);
        assertThat(read(reference, 1).body())
                .contains("Old Council", "Old &amp; new", "s.43(2) of the Act: Commercial.")
                .contains("a1", "b1", "c1", "Review.", "ICO.");
        assertThat(pdf(reference, 1)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void letters_and_templates_refuse_change() {
        walk.sent(Walk.BY_MAIL);
        for (String statement :
                List.of(
                        "update foi.letter set body = 'x'",
                        "delete from foi.letter_template",
                        "update foi.letter_template set text = 'x'",
                        "truncate foi.letter_template")) {
            assertThatThrownBy(
                            () -> {
                                try (Connection c = desk.dataSource().getConnection();
                                        Statement s = c.createStatement()) {
                                    s.executeUpdate(statement);
                                }
                            })
                    .hasMessageContaining("append-only");
        }
    }

    private static List<LetterView> letters(CaseReference reference) {
        return desk.run(d -> d.letters().sent(reference, OFFICER));
    }

    private static LetterText read(CaseReference reference, long id) {
        return desk.run(d -> d.letters().read(reference, id, OFFICER));
    }

    private static byte[] pdf(CaseReference reference, long id) {
        return desk.run(d -> d.letters().pdf(reference, id, OFFICER));
    }

    private static List<Template> versions(LetterKind kind) {
        return desk.run(d -> d.templates().versions(kind, ADMIN));
    }

    private static Template template(LetterKind kind) {
        return versions(kind).get(0);
    }

    private static void save(LetterKind kind, int version, String text, Actor actor) {
        desk.run(
                d -> {
                    d.templates().save(kind, version, text, actor);
                    return null;
                });
    }
}
