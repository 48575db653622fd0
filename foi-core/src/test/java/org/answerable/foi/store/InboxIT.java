package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.APPROVER;
import static org.answerable.foi.store.TestDesk.CONTRIBUTOR;
import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.Inbox;
import org.answerable.foi.InboxItem;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.foi.NotAllowed;
import org.answerable.foi.NotFound;
import org.answerable.foi.Requester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mail that came in, from its upload to what becomes of it. */
class InboxIT {

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @Test
    void a_message_is_there_once_for_an_authority() {
        long first = upload("once");
        assertThat(upload("once")).isEqualTo(first);
        long elsewhere = desk.run(d -> d.inbox().upload(raw("once"), ICB_OFFICER));
        assertThat(elsewhere).isNotEqualTo(first);
        InboxItem item = get(first);
        assertThat(item.senderEmail()).isEqualTo("ann@example.org");
        assertThat(item.text()).isEqualTo("How many?");
        assertThat(item.received()).hasToString("2024-03-21");
        assertThat(item.attachments()).hasSize(2);
    }

    @Test
    void a_kept_file_can_be_downloaded_and_a_refused_one_is_recorded_with_the_reason() {
        List<InboxItem.Attachment> files = get(upload("files")).attachments();
        assertThat(files.get(0).refusal()).isEmpty();
        Inbox.File file = desk.run(d -> d.inbox().attachment(files.get(0).id(), APPROVER));
        assertThat(new String(file.content(), StandardCharsets.UTF_8)).startsWith("a,b");
        assertThat(files.get(1).refusal()).contains(".pdf");
        assertThatThrownBy(() -> desk.run(d -> d.inbox().attachment(files.get(1).id(), OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> desk.run(d -> d.inbox().attachment(files.get(0).id(), ICB_OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> desk.run(d -> d.inbox().attachment(files.get(0).id(), CONTRIBUTOR)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_message_becomes_a_case_once() {
        long id = upload("registered");
        CaseReference reference = register(id);
        assertThat(register(id)).isEqualTo(reference);
        assertThat(get(id).status()).isEqualTo(InboxItem.Status.REGISTERED);
        assertThat(get(id).reference()).contains(reference);
        assertThat(desk.run(d -> d.inbox().of(reference, APPROVER)).get(0).id()).isEqualTo(id);
        assertThat(desk.run(d -> d.cases().get(reference, OFFICER)).history())
                .extracting(CaseView.HistoryEntry::kind)
                .containsExactly(HistoryKind.REGISTERED, HistoryKind.MAIL_ADDED);
        assertThatThrownBy(() -> act(inbox -> inbox.dismiss(id, "Spam", OFFICER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Olive Officer");
    }

    @Test
    void a_message_is_added_to_a_case_of_the_own_authority_or_dismissed_with_a_reason() {
        CaseReference reference = register(upload("the first"));
        long more = upload("more");
        assertThatThrownBy(() -> act(inbox -> inbox.attach(more, "LCC-2024-9999", OFFICER)))
                .isInstanceOf(InvalidInput.class);
        act(inbox -> inbox.attach(more, reference.toString(), OFFICER));
        List<InboxItem> ofCase = desk.run(d -> d.inbox().of(reference, OFFICER));
        assertThat(ofCase).hasSize(2);

        long spam = upload("spam");
        int before = desk.run(d -> d.inbox().waitingCount(OFFICER));
        assertThatThrownBy(() -> act(inbox -> inbox.dismiss(spam, " ", OFFICER)))
                .isInstanceOf(InvalidInput.class);
        act(inbox -> inbox.dismiss(spam, "Advertising", OFFICER));
        assertThat(get(spam).reason()).isEqualTo("Advertising");
        int after = desk.run(d -> d.inbox().waitingCount(OFFICER));
        assertThat(after).isEqualTo(before - 1);
        assertThat(desk.run(d -> d.inbox().waiting(OFFICER)).stream().map(InboxItem::id))
                .doesNotContain(spam, more);
    }

    @Test
    void an_empty_or_too_large_message_is_refused_and_another_authority_sees_nothing() {
        assertThatThrownBy(() -> desk.run(d -> d.inbox().upload(new byte[0], OFFICER)))
                .isInstanceOf(InvalidInput.class);
        byte[] large = new byte[(int) Inbox.MOST_BYTES + 1];
        assertThatThrownBy(() -> desk.run(d -> d.inbox().upload(large, OFFICER)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("25 MB");
        long id = upload("ours");
        assertThatThrownBy(() -> desk.run(d -> d.inbox().get(id, ICB_OFFICER)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.run(d -> d.inbox().get(id, CONTRIBUTOR)))
                .isInstanceOf(NotAllowed.class);
    }

    private static CaseReference register(long id) {
        return desk.run(
                d ->
                        d.inbox()
                                .register(
                                        id,
                                        new NewRequest(
                                                "",
                                                "lincolnshire-cc",
                                                "2024-03-21",
                                                "email",
                                                "Health visitors",
                                                new Requester("Ann", "ann@example.org", ""),
                                                "How many?",
                                                List.of()),
                                        OFFICER));
    }

    private static InboxItem get(long id) {
        return desk.run(d -> d.inbox().get(id, OFFICER));
    }

    private static long upload(String id) {
        return desk.run(d -> d.inbox().upload(raw(id), OFFICER));
    }

    private static void act(Consumer<Inbox> action) {
        desk.run(
                d -> {
                    action.accept(d.inbox());
                    return null;
                });
    }

    private static byte[] raw(String id) {
        return """
        Received: by mx.example; Thu, 21 Mar 2024 10:00:00 +0000
        From: Ann <ann@example.org>
        Subject: Health visitors
        Message-ID: <%s@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        How many?
        --b
        Content-Type: text/csv; name=table.csv

        a,b
        1,2
        --b
        Content-Type: application/pdf; name=lie.pdf

        This is no PDF.
        --b--
        """
                .formatted(id)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
