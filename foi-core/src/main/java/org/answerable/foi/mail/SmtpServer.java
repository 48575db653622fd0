package org.answerable.foi.mail;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands mail over by SMTP. */
public final class SmtpServer implements MailServer {

    private static final long CONNECT_WITHIN = Duration.ofSeconds(15).toMillis();
    private static final long ANSWER_WITHIN = Duration.ofSeconds(60).toMillis();
    private static final String CHARSET = StandardCharsets.UTF_8.name();

    /** What a server says: three digits, and words that may hold addresses. */
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^([245]\\d\\d(?:[ -][245]\\.\\d{1,3}\\.\\d{1,3})?)\\b");

    private final MailSettings settings;

    public SmtpServer(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean configured() {
        return settings.complete();
    }

    @Override
    public String newMessageId() {
        String from = settings.from().orElse("");
        return UUID.randomUUID() + "@" + from.substring(from.indexOf('@') + 1);
    }

    @Override
    public HandingOver handOver(OutgoingMail mail) {
        Session session = Session.getInstance(properties());
        Message message;
        try {
            message = message(mail, session);
        } catch (AddressException wrong) {
            return new HandingOver.NotTaken("The address cannot be used.");
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            return new HandingOver.NotTaken("The message could not be written.");
        }
        return send(session, message);
    }

    private HandingOver send(Session session, Message message) {
        boolean connected = false;
        boolean taken = false;
        try (Transport transport = session.getTransport()) {
            transport.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            connected = true;
            transport.sendMessage(message, message.getAllRecipients());
            taken = true;
        } catch (MessagingException failed) {
            if (!taken) {
                return connected ? refusedOrUncertain(failed) : notReached(failed);
            }
        }
        return new HandingOver.Taken(); // a fault in saying goodbye changes nothing
    }

    private static HandingOver notReached(MessagingException failed) {
        return new HandingOver.NotTaken(
                "The mail server was not reached, or refused the sign-in"
                        + answer(failed).map(a -> ": it said " + a + ".").orElse("."));
    }

    /** A server that has answered with a number has decided; a line that broke has not. */
    private static HandingOver refusedOrUncertain(MessagingException failed) {
        return answer(failed)
                .<HandingOver>map(
                        a ->
                                new HandingOver.NotTaken(
                                        "The mail server refused it: it said " + a + "."))
                .orElseGet(
                        () ->
                                new HandingOver.Uncertain(
                                        "The line to the mail server broke before it had answered."));
    }

    /** The number that the server gave, without its words, which may name the recipient. */
    private static Optional<String> answer(MessagingException failed) {
        for (Exception e = failed; e != null; e = next(e)) {
            Matcher m = ANSWER.matcher(e.getMessage() == null ? "" : e.getMessage());
            if (m.find()) {
                return Optional.of(m.group(1));
            }
        }
        return Optional.empty();
    }

    private static Exception next(Exception e) {
        return e instanceof MessagingException m ? m.getNextException() : null;
    }

    private Message message(OutgoingMail mail, Session session)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new WithMessageId(session, mail.messageId());
        String from = settings.from().orElseThrow();
        message.setFrom(new InternetAddress(from, mail.sender(), CHARSET));
        Address recipient = new InternetAddress(mail.recipient(), true);
        message.setRecipient(Message.RecipientType.TO, recipient);
        message.setSubject(mail.subject(), CHARSET);
        message.setHeader("Date", RFC_1123_DATE_TIME.format(mail.waitsSince().atZone(UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.body(), CHARSET);
        MimeMultipart parts = new MimeMultipart(text);
        if (mail.enclosure().isPresent()) {
            OutgoingMail.Enclosure letter = mail.enclosure().get();
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(letter.pdf(), "application/pdf")));
            file.setFileName(letter.fileName());
            parts.addBodyPart(file);
        }
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private Properties properties() {
        Properties p = new Properties();
        boolean tls = settings.tls().equals("tls");
        String name = tls ? "smtps" : "smtp";
        p.setProperty("mail.transport.protocol", name);
        String prefix = "mail." + name + ".";
        p.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT_WITHIN));
        p.setProperty(prefix + "timeout", Long.toString(ANSWER_WITHIN));
        p.setProperty(prefix + "writetimeout", Long.toString(ANSWER_WITHIN));
        p.setProperty(prefix + "auth", Boolean.toString(settings.user().isPresent()));
        p.setProperty(prefix + "ssl.checkserveridentity", "true");
        p.setProperty(prefix + "sendpartial", "false");
        boolean starttls = settings.tls().equals("starttls");
        p.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
        p.setProperty(prefix + "starttls.required", Boolean.toString(starttls));
        return p;
    }

    /** Keeps its id when it is saved: it is the same at each try. */
    private static final class WithMessageId extends MimeMessage {

        private final String messageId;

        WithMessageId(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + messageId + ">");
        }
    }
}
