package org.answerable.foi.store;

import static org.answerable.foi.store.TestDesk.ICB_OFFICER;
import static org.answerable.foi.store.TestDesk.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseView;
import org.answerable.foi.Channel;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterDelivered;
import org.answerable.foi.LetterKind;
import org.answerable.foi.LetterSettlement;
import org.answerable.foi.LetterStatus;
import org.answerable.foi.LetterView;
import org.answerable.foi.NotFound;
import org.answerable.foi.Requester;
import org.answerable.foi.mail.HandingOver;
import org.answerable.foi.mail.MailServer;
import org.answerable.foi.mail.MailSettings;
import org.answerable.foi.mail.OutgoingMail;
import org.answerable.foi.mail.SmtpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters by e-mail, against a real mail server: never lost, never twice. */
class OutboxIT {

    private static final int TRIES_OF_TWO_DAYS = 50;

    private static TestDesk desk;
    private static Walk walk;

    private GreenMail mail;

    @BeforeAll
    static void start() {
        desk = new TestDesk();
        walk = new Walk(desk);
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
    }

    @BeforeEach
    void startMail() {
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        mail = new GreenMail(smtp);
        mail.start();
        desk.mailServer = smtp(mail.getSmtp().getPort());
        desk.clock = TestDesk.CLOCK;
        desk.delivered.clear();
    }

    @AfterEach
    void stopMail() {
        mail.stop();
        desk.run(
                d ->
                        d.em().createNativeQuery(
                                        "update foi.outgoing_mail set status = 'BY_HAND' where status"
                                                + " in ('WAITING', 'HANDING_OVER')")
                                .executeUpdate());
    }

    @Test
    void an_answer_goes_out_with_its_pdf_and_is_then_announced() throws Exception {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        assertThat(only(reference).status()).isEqualTo(LetterStatus.WAITING);
        assertThat(desk.delivered).isEmpty();

        deliverAll();

        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(received.getSubject()).isEqualTo(reference + ": Answer");
        assertThat(received.getAllRecipients()[0]).hasToString("mae@example.org");
        assertThat(received.getFrom()[0].toString())
                .contains("Lincolnshire County Council", "foi@lincolnshire.example");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Dear Mae Mailer");
        BodyPart pdf = parts.getBodyPart(1);
        assertThat(pdf.getFileName()).isEqualTo(reference + "-decision.pdf");
        assertThat(pdf.getInputStream().readAllBytes())
                .isEqualTo(
                        desk.run(d -> d.letters().pdf(reference, only(reference).id(), OFFICER)));
        assertThat(only(reference).status()).isEqualTo(LetterStatus.SENT);
        assertThat(only(reference).settledAt()).contains(desk.clock.instant());
        assertThat(desk.delivered)
                .containsExactly(new LetterDelivered(reference, LetterKind.DECISION));
        assertThat(kinds(reference))
                .contains(HistoryKind.LETTER_QUEUED, HistoryKind.LETTER_DELIVERED);
    }

    @Test
    void without_mail_server_address_or_today_the_letter_is_by_hand() {
        CaseReference noAddress =
                walk.approved(new Requester("Pat Post", "", "1 Lane"), Walk.granted());
        walk.send(noAddress, TestDesk.TODAY, Channel.EMAIL);
        CaseReference yesterday = walk.approved(Walk.BY_MAIL, Walk.granted());
        walk.send(yesterday, TestDesk.TODAY.minusDays(1), Channel.EMAIL);
        CaseReference byPost = walk.approved(Walk.BY_MAIL, Walk.granted());
        walk.send(byPost, TestDesk.TODAY, Channel.POST);
        desk.mailServer = smtp(Optional.empty(), 25);
        CaseReference unconfigured = walk.sent(Walk.BY_MAIL);

        assertThat(desk.delivery().deliverNext()).isFalse();
        for (CaseReference reference : List.of(noAddress, yesterday, byPost, unconfigured)) {
            assertThat(only(reference).status()).isEqualTo(LetterStatus.BY_HAND);
        }
    }

    @Test
    void a_server_that_is_down_for_an_hour_delays_the_letter_and_loses_nothing() {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        int port = mail.getSmtp().getPort();
        mail.stop();
        Instant begun = desk.clock.instant();
        while (desk.clock.instant().isBefore(begun.plus(Duration.ofHours(1)))) {
            deliverAll();
            LetterView waiting = only(reference);
            assertThat(waiting.status()).isEqualTo(LetterStatus.WAITING);
            assertThat(waiting.problem()).contains("not reached");
            turnTo(waiting.nextAttempt().orElseThrow());
        }
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        deliverAll();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(only(reference).status()).isEqualTo(LetterStatus.SENT);
    }

    @Test
    void after_days_of_trying_a_letter_has_failed_and_can_be_sent_again_or_by_hand() {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        CaseReference other = walk.sent(Walk.BY_MAIL);
        Instant begun = desk.clock.instant();
        MailServer working = desk.mailServer;
        desk.mailServer =
                answering(new HandingOver.NotTaken("The mail server refused it: it said 550."));
        int tries = 0;
        while (only(reference).status() == LetterStatus.WAITING) {
            deliverAll();
            tries++;
            only(reference).nextAttempt().ifPresent(this::turnTo);
        }
        assertThat(only(reference).status()).isEqualTo(LetterStatus.FAILED);
        assertThat(Duration.between(begun, desk.clock.instant())).isGreaterThan(Duration.ofDays(2));
        assertThat(tries).isGreaterThan(TRIES_OF_TWO_DAYS);
        assertThat(kinds(reference)).endsWith(HistoryKind.LETTER_UNDELIVERED);
        assertThat(desk.delivered).isEmpty();

        desk.mailServer = working;
        settle(reference, LetterSettlement.SEND_AGAIN);
        deliverAll();
        assertThat(only(reference).status()).isEqualTo(LetterStatus.SENT);
        settle(other, LetterSettlement.SENT_BY_HAND);
        assertThat(only(other).status()).isEqualTo(LetterStatus.BY_HAND);
        assertThat(desk.delivered).hasSize(2);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_crash_between_dispatch_and_mail_sends_the_letter_once() {
        walk.sent(Walk.BY_MAIL);
        // The server of ours ends here; another begins, twice.
        deliverAll();
        deliverAll();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_crash_while_handing_over_is_uncertain_and_never_repeated_by_itself() {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        desk.mailServer =
                new Stub() {
                    @Override
                    public HandingOver handOver(OutgoingMail letter) {
                        throw new IllegalStateException("The server of ours ends here.");
                    }
                };
        assertThatThrownBy(() -> desk.delivery().deliverNext())
                .isInstanceOf(IllegalStateException.class);
        assertThat(only(reference).status()).isEqualTo(LetterStatus.HANDING_OVER);

        desk.mailServer = smtp(mail.getSmtp().getPort());
        deliverAll();
        assertThat(only(reference).status()).isEqualTo(LetterStatus.HANDING_OVER);
        turnTo(desk.clock.instant().plus(Duration.ofMinutes(16)));
        deliverAll();
        assertThat(only(reference).status()).isEqualTo(LetterStatus.UNCERTAIN);
        turnTo(desk.clock.instant().plus(Duration.ofDays(7)));
        deliverAll();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(desk.delivered).isEmpty();

        settle(reference, LetterSettlement.WENT);
        assertThat(only(reference).status()).isEqualTo(LetterStatus.SENT);
        assertThat(desk.delivered).hasSize(1);
        assertThatThrownBy(() -> settle(reference, LetterSettlement.SEND_AGAIN))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Sent by email");
    }

    @Test
    void a_line_that_breaks_after_the_message_is_uncertain_and_one_before_is_tried_again()
            throws Exception {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        try (FakeServer server = new FakeServer("354 go on\r\n", "")) {
            desk.mailServer = smtp(server.port());
            desk.delivery().deliverNext();
        }
        assertThat(only(reference).status()).isEqualTo(LetterStatus.UNCERTAIN);

        settle(reference, LetterSettlement.SEND_AGAIN);
        try (FakeServer server =
                new FakeServer("354 go on\r\n", "451 4.3.0 <mae@example.org> try later\r\n")) {
            desk.mailServer = smtp(server.port());
            desk.delivery().deliverNext();
        }
        assertThat(only(reference).status()).isEqualTo(LetterStatus.WAITING);
        assertThat(only(reference).problem()).contains("451").doesNotContain("mae@");
    }

    @Test
    void many_nodes_take_each_letter_once() throws Exception {
        List<CaseReference> sent =
                IntStream.range(0, 6).mapToObj(i -> walk.sent(Walk.BY_MAIL)).toList();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> node =
                    () -> {
                        deliverAll();
                        return null;
                    };
            for (var end : nodes.invokeAll(List.of(node, node, node, node))) {
                end.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(mail.getReceivedMessages()).hasSize(sent.size());
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(OutboxIT::messageId))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_authority_settles_nothing() {
        CaseReference reference = walk.sent(Walk.BY_MAIL);
        long id = only(reference).id();
        assertThatThrownBy(
                        () ->
                                desk.run(
                                        d -> {
                                            d.letters()
                                                    .settle(
                                                            reference,
                                                            id,
                                                            LetterSettlement.WENT,
                                                            ICB_OFFICER);
                                            return null;
                                        }))
                .isInstanceOf(NotFound.class);
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void deliverAll() {
        while (desk.delivery().deliverNext()) {
            // until none is due
        }
    }

    private void turnTo(Instant at) {
        desk.clock = Clock.fixed(at, TestDesk.CLOCK.getZone());
    }

    private static void settle(CaseReference reference, LetterSettlement how) {
        desk.run(
                d -> {
                    d.letters().settle(reference, only(reference).id(), how, OFFICER);
                    return null;
                });
    }

    private static LetterView only(CaseReference reference) {
        List<LetterView> letters = desk.run(d -> d.letters().sent(reference, OFFICER));
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static List<HistoryKind> kinds(CaseReference reference) {
        return desk.run(d -> d.cases().get(reference, OFFICER)).history().stream()
                .map(CaseView.HistoryEntry::kind)
                .toList();
    }

    private static MailServer smtp(int port) {
        return smtp(Optional.of("127.0.0.1"), port);
    }

    private static MailServer smtp(Optional<String> host, int port) {
        return new SmtpServer(
                new MailSettings(
                        host,
                        port,
                        "none",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("foi@lincolnshire.example")));
    }

    private static MailServer answering(HandingOver end) {
        return new Stub() {
            @Override
            public HandingOver handOver(OutgoingMail letter) {
                return end;
            }
        };
    }

    private abstract static class Stub implements MailServer {
        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public String newMessageId() {
            return "unused";
        }
    }

    /** Speaks SMTP up to the message, and ends with these two answers; an empty one hangs up. */
    private static final class FakeServer implements AutoCloseable {

        private final ServerSocket socket;
        private final Thread thread;

        FakeServer(String onData, String onMessage) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            thread = new Thread(() -> serve(onData, onMessage));
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(String onData, String onMessage) {
            try (Socket client = socket.accept()) {
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.ISO_8859_1));
                say(client, "220 here\r\n");
                boolean message = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (message && line.equals(".")) {
                        if (onMessage.isEmpty()) {
                            return;
                        }
                        message = false;
                        say(client, onMessage);
                    } else if (!message && line.startsWith("DATA")) {
                        message = true;
                        say(client, onData);
                    } else if (!message) {
                        say(client, "250 ok\r\n");
                    }
                }
            } catch (IOException closed) {
                // the test has seen what it wanted
            }
        }

        private static void say(Socket client, String answer) throws IOException {
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public void close() throws IOException {
            socket.close();
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
