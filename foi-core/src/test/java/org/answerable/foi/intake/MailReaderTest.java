package org.answerable.foi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail as people and machines send it, and as it should not be. */
class MailReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 4, 9);
    private static final String HEAD =
            "Received: from a.example by mx.example; Thu, 21 Mar 2024 23:30:00 -0100\r\n"
                    + "Received: from b.example by a.example; Wed, 20 Mar 2024 10:00:00 +0000\r\n"
                    + "From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <jorg@example.org>\r\n"
                    + "Subject: =?ISO-8859-1?Q?Caf=E9s?= and\r\n visitors\r\n"
                    + "Message-ID: <1@example.org>\r\n"
                    + "MIME-Version: 1.0\r\n";

    @Test
    void R4_the_day_of_receipt_is_that_of_our_own_server_in_London() {
        ReceivedMail mail = read(HEAD + "Content-Type: text/plain\r\n\r\nHow many?\r\n");
        assertThat(mail.received()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(mail.senderName()).isEqualTo("Jörg Müller");
        assertThat(mail.senderEmail()).isEqualTo("jorg@example.org");
        assertThat(mail.subject()).isEqualTo("Cafés and visitors");
        assertThat(mail.messageId()).isEqualTo("<1@example.org>");
        assertThat(mail.text()).isEqualTo("How many?");
        assertThat(mail.notes()).isEmpty();
    }

    @Test
    void without_a_server_the_senders_day_is_taken_and_one_in_the_future_is_not() {
        ReceivedMail mail =
                read("From: a@example.org\r\nDate: Mon, 8 Apr 2024 23:30:00 +0000 (UTC)\r\n\r\nx");
        assertThat(mail.received()).isEqualTo(LocalDate.of(2024, 4, 9));
        assertThat(mail.notes())
                .containsExactly("No server says when it arrived; the day is the sender's.");
        ReceivedMail future =
                read("From: a@example.org\r\nDate: Mon, 8 Apr 2030 23:30:00 +0000\r\n\r\nx");
        assertThat(future.received()).isEqualTo(TODAY);
        assertThat(future.notes()).anyMatch(note -> note.contains("future"));
    }

    @Test
    void plain_text_is_preferred_and_html_becomes_text() {
        String both =
                HEAD
                        + "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nPlain.\r\n"
                        + "--b\r\nContent-Type: text/html\r\n\r\n<p>Marked</p>\r\n--b--\r\n";
        assertThat(read(both).text()).isEqualTo("Plain.");
        String html =
                HEAD
                        + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<style>p{}</style><p>1. How <b>many</b>?</p><p>2. Why?<script>x()</script>";
        assertThat(read(html).text().lines().filter(line -> !line.isBlank()).map(String::strip))
                .containsExactly("1. How many?", "2. Why?");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-15, €5", "windows-1252, “five”", "UTF-8, 👶", "KOI8-R, привет"})
    void text_is_read_in_its_own_character_set(String charset, String words) {
        String head = HEAD + "Content-Type: text/plain; charset=" + charset + "\r\n";
        byte[] body = words.getBytes(Charset.forName(charset));
        byte[] raw =
                (head
                                + "Content-Transfer-Encoding: base64\r\n\r\n"
                                + Base64.getMimeEncoder().encodeToString(body))
                        .getBytes(StandardCharsets.US_ASCII);
        assertThat(MailReader.read(raw, TODAY).text()).isEqualTo(words);
    }

    @Test
    void an_unknown_character_set_is_read_and_said() {
        ReceivedMail mail =
                read(HEAD + "Content-Type: text/plain; charset=x-nonsense\r\n\r\nHow many?");
        assertThat(mail.text()).isEqualTo("How many?");
        assertThat(mail.notes()).anyMatch(note -> note.contains("character set"));
    }

    @Test
    void of_a_message_with_broken_mime_everything_readable_is_read() {
        String broken =
                HEAD
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nHow many?\r\n"
                        + "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n!!!!not base64";
        ReceivedMail mail = read(broken);
        assertThat(mail.text()).isEqualTo("How many?");
        assertThat(mail.files()).singleElement().matches(ReceivedFile::refused);
        assertThat(mail.notes()).isNotEmpty();

        assertThat(read(HEAD + "Content-Type: multipart/mixed\r\n\r\nNo parts at all").notes())
                .isNotEmpty();
        assertThat(read("\u0000\u0001 nothing of a message").text()).isNotNull();
        assertThat(read("From: <<<@@\r\n\r\nText").notes())
                .contains("The sender could not be read.");
    }

    @Test
    void a_message_without_an_id_has_one_of_its_content() {
        String raw = "From: a@example.org\r\n\r\nText";
        assertThat(read(raw).messageId()).startsWith("sha256:").isEqualTo(read(raw).messageId());
        assertThat(read(raw + "s").messageId()).isNotEqualTo(read(raw).messageId());
    }

    @Test
    void parts_nested_without_end_are_cut_off_and_said() {
        StringBuilder raw = new StringBuilder(HEAD);
        for (int i = 0; i < 60; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n");
            raw.append("--b").append(i).append("\r\n");
        }
        assertThat(read(raw.toString()).notes()).anyMatch(note -> note.contains("too many parts"));
    }

    @Test
    void files_are_kept_when_they_are_what_they_say() throws IOException {
        assertThat(FileCheck.of("a.pdf", "application/pdf; name=a.pdf", pdf()).refusal()).isEmpty();
        assertThat(FileCheck.of("A.PDF", "application/octet-stream", pdf()).refusal()).isEmpty();
        assertThat(FileCheck.of("t.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .matches(file -> !file.refused());
        assertThat(FileCheck.of("a.docx", "application/zip", office("word/document.xml")).refusal())
                .isEmpty();
        assertThat(FileCheck.of("a.ods", "", openDocument("spreadsheet")).refusal()).isEmpty();
        assertThat(
                        FileCheck.of(
                                        "../../etc/\u202Epasswd.txt",
                                        "",
                                        "x".getBytes(StandardCharsets.UTF_8))
                                .name())
                .isEqualTo("passwd.txt");
    }

    @Test
    void a_lying_name_or_type_is_refused_with_both() throws IOException {
        assertThat(
                        FileCheck.of(
                                        "a.pdf",
                                        "application/pdf",
                                        "MZ\u0090\u0000"
                                                .repeat(50)
                                                .getBytes(StandardCharsets.ISO_8859_1))
                                .refusal())
                .isNotEmpty();
        assertThat(FileCheck.of("a.png", "image/png", pdf()).refusal())
                .contains(".png", "application/pdf");
        assertThat(FileCheck.of("a.pdf", "image/png", pdf()).refusal())
                .contains("image/png", "application/pdf");
        assertThat(FileCheck.of("a.docx", "", office("xl/workbook.xml")).refusal())
                .contains(".docx");
    }

    @Test
    void programs_archives_macros_and_empty_files_are_refused_and_not_kept() throws IOException {
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0};
        byte[] script = "#!/bin/sh\nrm -r x\n".getBytes(StandardCharsets.US_ASCII);
        for (byte[] content : new byte[][] {elf, script, office("other.txt"), new byte[0]}) {
            ReceivedFile file = FileCheck.of("a.txt", "text/plain", content);
            assertThat(file.refusal()).isNotEmpty();
            assertThat(file.content()).isEmpty();
            assertThat(file.sha256()).hasSize(64);
        }
        assertThat(
                        FileCheck.of(
                                        "a.docx",
                                        "",
                                        office("word/document.xml", "word/vbaProject.bin"))
                                .refusal())
                .contains("macros");
        assertThat(
                        FileCheck.of(
                                        "p.html",
                                        "text/html",
                                        "<html><script>".getBytes(StandardCharsets.UTF_8))
                                .refusal())
                .isNotEmpty();
    }

    @Test
    void an_archive_that_unpacks_without_end_is_refused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThat(FileCheck.of("a.docx", "", bomb.toByteArray()).refusal()).contains("unpacks");

        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i <= FileCheck.MOST_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        assertThat(FileCheck.of("a.docx", "", many.toByteArray()).refusal()).contains("unpacks");
    }

    @Test
    void twenty_five_megabytes_with_a_lying_type_are_read_and_refused() {
        byte[] noise = new byte[18 << 20];
        new Random(1).nextBytes(noise);
        noise[0] = 'M';
        noise[1] = 'Z';
        String raw =
                HEAD
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nHow many?\r\n"
                        + "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(noise)
                        + "\r\n--b--\r\n";
        ReceivedMail mail = read(raw);
        assertThat(mail.text()).isEqualTo("How many?");
        assertThat(mail.files())
                .singleElement()
                .satisfies(
                        file -> {
                            assertThat(file.size()).isEqualTo(noise.length);
                            assertThat(file.refusal()).isNotEmpty();
                            assertThat(file.content()).isEmpty();
                        });
        assertThat(mail.notes()).anyMatch(note -> note.contains("a.pdf"));
    }

    private static ReceivedMail read(String raw) {
        return MailReader.read(raw.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    private static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] office(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }

    private static byte[] openDocument(String kind) throws IOException {
        byte[] type =
                ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }
}
