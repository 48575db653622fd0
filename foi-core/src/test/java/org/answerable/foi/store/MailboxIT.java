package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.answerable.foi.InboxItem;
import org.answerable.foi.mail.ImapMailbox;
import org.answerable.foi.mail.Mailbox;
import org.answerable.foi.mail.MailboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The authority's mailbox, on a real IMAP server. */
class MailboxIT {

    private static TestDesk desk;

    private GreenMail mail;
    private GreenMailUser user;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @BeforeEach
    void startMail() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mail.start();
        user = mail.setUser("foi@lincolnshire.example", "foi", "secret");
    }

    @AfterEach
    void stopMail() {
        mail.stop();
    }

    @Test
    void each_message_is_taken_once_marked_as_read_and_stays_in_the_mailbox() throws Exception {
        deliver("one");
        deliver("two");
        assertThat(desk.collection(mailbox("secret")).collect()).isEqualTo(2);
        assertThat(desk.collection(mailbox("secret")).collect()).isZero();
        assertThat(subjects()).contains("one", "two");
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(Arrays.stream(mail.getReceivedMessages()).allMatch(MailboxIT::read)).isTrue();

        deliver("one"); // the same message comes again
        desk.collection(mailbox("secret")).collect();
        assertThat(subjects().stream().filter("one"::equals)).hasSize(1);
    }

    @Test
    void a_message_that_could_not_be_kept_stays_unread_and_is_taken_later() throws Exception {
        deliver("later");
        assertThatThrownBy(
                        () ->
                                mailbox("secret")
                                        .readUnread(
                                                1 << 20,
                                                raw -> {
                                                    throw new IllegalStateException("crash");
                                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(read(mail.getReceivedMessages()[0])).isFalse();
        assertThat(desk.collection(mailbox("secret")).collect()).isEqualTo(1);
        assertThat(subjects()).contains("later");
    }

    @Test
    void a_message_beyond_the_limit_is_told_of_without_its_parts() throws Exception {
        deliver("large");
        int taken =
                mailbox("secret")
                        .readUnread(
                                10,
                                raw ->
                                        assertThat(new String(raw, StandardCharsets.UTF_8))
                                                .contains("Subject: large", "too large")
                                                .doesNotContain("How many?"));
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void a_mailbox_that_cannot_be_opened_is_said_without_naming_the_account() {
        assertThatThrownBy(() -> desk.collection(mailbox("wrong")).collect())
                .isInstanceOf(Mailbox.MailboxUnreachable.class)
                .hasMessageNotContaining("foi@");
    }

    private static boolean read(MimeMessage message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> subjects() {
        List<InboxItem> waiting = desk.run(d -> d.inbox().waiting(OFFICER));
        return waiting.stream().map(InboxItem::subject).toList();
    }

    private void deliver(String subject) throws Exception {
        String raw =
                "From: Ann <ann@example.org>\r\nTo: foi@lincolnshire.example\r\nSubject: "
                        + subject
                        + "\r\nMessage-ID: <"
                        + subject
                        + "@example.org>\r\nDate: Thu, 21 Mar 2024 10:00:00 +0000\r\n\r\n1. How many?\r\n";
        user.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private Mailbox mailbox(String password) {
        return new ImapMailbox(
                new MailboxSettings(
                        Optional.of("127.0.0.1"),
                        mail.getImap().getPort(),
                        "none",
                        Optional.of("foi"),
                        Optional.of(password),
                        "INBOX",
                        Optional.of("lincolnshire-cc")));
    }
}
