package org.answerable.foi.intake;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.answerable.foi.Casework;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Reads a message. What can be read of a damaged one is read, and the rest is said in its notes; it
 * never fails as a whole.
 */
public final class MailReader {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 100;

    private final LocalDate today;
    private final List<String> notes = new ArrayList<>();
    private final List<ReceivedFile> files = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int parts;

    private MailReader(LocalDate today) {
        this.today = today;
    }

    /**
     * @param raw the message as it travels (RFC 5322)
     * @param today the latest day on which it can have arrived
     */
    public static ReceivedMail read(byte[] raw, LocalDate today) {
        return new MailReader(today).message(raw);
    }

    private ReceivedMail message(byte[] raw) {
        MimeMessage message;
        try {
            message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        } catch (MessagingException unreadable) {
            notes.add("The head of the message could not be read.");
            return new ReceivedMail(
                    madeUpId(raw), "", "", "", today, asText(raw), notes, List.of());
        }
        InternetAddress sender = sender(message);
        walk(message, 0);
        return new ReceivedMail(
                header(message, "Message-ID").filter(id -> id.length() > 2).orElse(madeUpId(raw)),
                ReceivedText.line(sender.getPersonal()),
                ReceivedText.line(sender.getAddress()),
                header(message, "Subject").orElse(""),
                received(message),
                text(),
                List.copyOf(notes),
                List.copyOf(files));
    }

    private static String madeUpId(byte[] raw) {
        return "sha256:" + FileCheck.sha256(raw);
    }

    private static String asText(byte[] raw) {
        String text = ReceivedText.block(new String(raw, StandardCharsets.ISO_8859_1));
        return text.substring(0, Math.min(text.length(), Casework.MOST_CHARACTERS));
    }

    private InternetAddress sender(MimeMessage message) {
        String raw = rawHeader(message, "From").orElse("");
        try {
            InternetAddress[] found = InternetAddress.parseHeader(raw, false);
            if (found.length > 0) {
                found[0].validate();
                return found[0];
            }
        } catch (MessagingException unreadable) {
            // told below
        }
        notes.add("The sender could not be read.");
        return new InternetAddress();
    }

    private static Optional<String> rawHeader(Message message, String name) {
        try {
            return Optional.ofNullable(message.getHeader(name)).map(found -> found[0]);
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    /** The first header of this name, decoded. */
    private static Optional<String> header(Message message, String name) {
        return rawHeader(message, name)
                .map(raw -> ReceivedText.line(decoded(MimeUtility.unfold(raw))));
    }

    private static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(raw);
        } catch (IOException unknownCharset) {
            return raw;
        }
    }

    /** The day on which our own mail server took it: its Received header is the topmost (R4). */
    private LocalDate received(MimeMessage message) {
        Optional<LocalDate> day =
                header(message, "Received")
                        .map(line -> line.substring(line.lastIndexOf(';') + 1))
                        .flatMap(MailReader::day);
        if (day.isEmpty()) {
            day = header(message, "Date").flatMap(MailReader::day);
            notes.add(
                    day.isPresent()
                            ? "No server says when it arrived; the day is the sender's."
                            : "The message does not say when it arrived: check the day.");
        }
        LocalDate found = day.orElse(today);
        if (found.isAfter(today)) {
            notes.add("The message bears a day in the future; today is taken: check the day.");
            return today;
        }
        return found;
    }

    private static Optional<LocalDate> day(String written) {
        String plainest = written.replaceAll("\\([^)]*\\)", "").strip().replaceAll("\\s+", " ");
        try {
            return Optional.of(
                    ZonedDateTime.parse(plainest, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .withZoneSameInstant(ZONE)
                            .toLocalDate());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void walk(Part part, int depth) {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            if (parts == MOST_PARTS + 1 || depth == DEEPEST + 1) {
                notes.add("The message has too many parts: the rest of them is left out.");
            }
            return;
        }
        try {
            if (part.isMimeType("multipart/*")) {
                multipart(part, depth);
            } else if (attached(part)) {
                files.add(file(part));
            } else if (part.isMimeType("text/html")) {
                html.append(words(part)).append('\n');
            } else {
                plain.append(words(part)).append('\n');
            }
        } catch (MessagingException | IOException | RuntimeException damaged) {
            notes.add("A part of the message is damaged and could not be read.");
        }
    }

    private void multipart(Part part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart all)) {
            plain.append(words(part)).append('\n');
            notes.add("The parts of the message could not be told apart.");
            return;
        }
        for (int i = 0; i < all.getCount(); i++) {
            BodyPart one = all.getBodyPart(i);
            walk(one, depth + 1);
        }
    }

    private static boolean attached(Part part) throws MessagingException {
        boolean text = part.isMimeType("text/plain") || part.isMimeType("text/html");
        boolean named = fileName(part).isPresent();
        boolean said = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        return said || named || !text;
    }

    private static String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    private static Optional<String> fileName(Part part) {
        try {
            return Optional.ofNullable(part.getFileName()).map(MailReader::decoded);
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private ReceivedFile file(Part part) throws MessagingException {
        boolean message = part.isMimeType("message/rfc822");
        String name = fileName(part).orElse(message ? "message.eml" : "unnamed");
        String claimed = part.getContentType() == null ? "" : part.getContentType();
        try (InputStream in = part.getInputStream()) {
            ReceivedFile file = FileCheck.of(name, claimed, in.readAllBytes());
            if (file.refused()) {
                notes.add("“" + file.name() + "” is not kept: " + file.refusal());
            }
            return file;
        } catch (IOException | MessagingException damaged) {
            notes.add("“" + name + "” could not be read: the message is damaged.");
            return FileCheck.unreadable(name, claimed);
        }
    }

    /** The words of a text part, in the charset that it names when there is such a one. */
    private String words(Part part) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            in.transferTo(bytes);
        } catch (IOException damaged) {
            notes.add("The text of the message is damaged: a part of it is missing.");
        }
        return bytes.toString(charset(part));
    }

    private Charset charset(Part part) {
        String name = "";
        try {
            name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null
                    ? StandardCharsets.UTF_8
                    : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException unknown) {
            notes.add("The text is in an unknown character set: some letters may be wrong.");
            return StandardCharsets.ISO_8859_1;
        }
    }

    private String text() {
        String words = ReceivedText.block(plain.toString());
        if (words.isEmpty()) {
            words = ReceivedText.block(fromHtml(html.toString()));
        }
        if (words.length() > Casework.MOST_CHARACTERS) {
            notes.add("The text is longer than 100,000 characters: the rest is left out.");
            words = words.substring(0, Casework.MOST_CHARACTERS);
        }
        return words;
    }

    private static String fromHtml(String markup) {
        Element body = Jsoup.parse(markup).body();
        body.select("script, style").remove();
        body.select("br, p, div, li, tr, h1, h2, h3, h4")
                .forEach(element -> element.before(new TextNode("\n")));
        return body.wholeText().replaceAll("[ \\t]+", " ").replaceAll("\\n[ \\n]{2,}", "\n\n");
    }
}
