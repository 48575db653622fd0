package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be loaded: told by line and column, nothing kept, none read beyond the limit. */
class BadFileIT {

    private static final RunningAnswerable SERVER = RunningAnswerable.shared();
    private static final String HEADER = "lsoa11_code,lsoa11_name,district,age_0,age_1\n";
    private static final String ROW_1 = "E01026006,Boston 003A,Boston,49,41\n";
    private static final String ROW_2 = "E01026007,Boston 001A,Boston,12,8\n";
    private static final int LIMIT_MB = 256;
    private static final int MEGABYTE = 1024 * 1024;

    private static final Pattern HEAD =
            Pattern.compile("(?s)^.*?\r\nContent-Length: ([0-9]+)\r\n.*?\r\n\r\n");

    private static Visitor analyst;
    private static String token;

    @BeforeAll
    static void signIn() {
        analyst = Visitor.signedIn(SERVER, "analyst");
        token = Line.token(SERVER, "analyst");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no column with ages | lsoa11_code,district~E01026006,Boston | age | 1",
                "no column with area codes | district,age_0~Boston,4 | area code | 1",
                "a column twice | lsoa11_code,age_0,age_0~E01026006,4,4 | age_0 | 1",
                "a word for a number | lsoa11_code,age_0~E01026006,4~E01026007,many | age_0 | 3",
                "a negative number | lsoa11_code,age_0~E01026006,-4 | age_0 | 2",
                "a part of a child | lsoa11_code,age_0~E01026006,4.5 | age_0 | 2",
                "a number too large | lsoa11_code,age_0~E01026006,99999999999999999999 | age_0 | 2",
                "no number | lsoa11_code,age_0~E01026006, | age_0 | 2",
                "a duplicate key | lsoa11_code,age_0~E01026006,4~E01026007,5~E01026006,6 | 2 | 4",
                "a code that is none | lsoa11_code,age_0~Boston,4 | lsoa11_code | 2",
                "too few cells | lsoa11_code,age_0,age_1~E01026006,4 | 3 | 2",
                "too many cells | lsoa11_code,age_0~E01026006,4,5 | 2 | 2",
            })
    void a_fault_in_a_file_is_told_by_its_line(
            String fault, String csv, String named, String line) {
        long before = datasets();
        HttpResponse<String> answer =
                load(
                        "Faulty: " + fault,
                        (csv.replace('~', '\n') + "\n").getBytes(StandardCharsets.UTF_8));
        Document page = Answered.refusedField(answer, "file", "not loaded");
        assertThat(page.select("tbody tr th").eachText()).as(fault).contains(line);
        assertThat(page.select("tbody").text()).as(fault).contains(named);
        assertThat(page.getElementById("title").val()).isEqualTo("Faulty: " + fault);
        assertThat(datasets()).isEqualTo(before);
    }

    @Test
    void a_file_in_another_encoding_is_told_by_the_line_that_is_not_utf_8() {
        HttpResponse<String> answer =
                load(
                        "Windows",
                        (HEADER + ROW_1 + "E01026007,Château,Boston,12,8\n")
                                .getBytes(Charset.forName("windows-1252")));
        Document page = Answered.refusedField(answer, "file", "not loaded");
        assertThat(page.select("tbody").text()).contains("UTF-8");
        assertThat(page.select("tbody tr th").eachText()).contains("3");
    }

    @Test
    void many_faults_are_counted_and_the_first_are_shown() {
        String rows =
                IntStream.range(0, 2000)
                        .mapToObj("E01%06d,x\n"::formatted)
                        .collect(Collectors.joining());
        HttpResponse<String> answer =
                load(
                        "Many faults",
                        ("lsoa11_code,age_0\n" + rows).getBytes(StandardCharsets.UTF_8));
        Document page = Answered.refusedField(answer, "file", "not loaded");
        assertThat(page.text()).containsPattern("The first [0-9,]+ of 2,000 faults are shown");
        assertThat(page.select("tbody tr")).hasSizeLessThan(2000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_file_that_is_no_csv_is_refused(int kind) {
        byte[] content =
                switch (kind) {
                    case 0 -> new byte[0];
                    case 1 -> HEADER.getBytes(StandardCharsets.UTF_8);
                    case 2 -> new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff, (byte) 0xfe, '\n'};
                    default -> (HEADER + ROW_1).getBytes(StandardCharsets.UTF_16);
                };
        Answered.refusedField(load("No CSV", content), "file", "");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_taken() {
        String csv = "\ufeff" + (HEADER + ROW_1 + ROW_2).replace("\n", "\r\n");
        HttpResponse<String> answer =
                load("From a spreadsheet", csv.getBytes(StandardCharsets.UTF_8));
        String next = Line.next(answer, "load");
        assertThat(analyst.page(next).text()).contains("2 rows are loaded");
    }

    @Test
    void a_cell_with_html_is_shown_as_text() {
        String csv = "lsoa11_code,age_0\nE01026006,<script>alert(1)</script>\n";
        Document page =
                Answered.refusedField(
                        load("<b>Title</b>", csv.getBytes(StandardCharsets.UTF_8)),
                        "file",
                        "not loaded");
        assertThat(page.select("script:not([src]), main b")).isEmpty();
        assertThat(page.select("tbody").text()).contains("<script>");
    }

    @Test
    void a_form_without_a_file_is_refused_and_kept() {
        HttpResponse<String> answer =
                Line.description(analyst, "No file").sendBy(analyst, "", new byte[0]);
        Document page = Answered.refusedField(answer, "file", "Choose the file");
        assertThat(page.getElementById("title").val()).isEqualTo("No file");
        assertThat(page.getElementById("areaCovered").val()).isEqualTo("Lincolnshire");
    }

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "publisher, ''",
        "unit, GOATS",
        "ageRule, NEVER",
        "geographyBasis, MOON",
        "vintage, LSOA_1066",
        "areaCovered, ''"
    })
    void a_description_that_cannot_be_used_is_refused_by_its_field(String field, String value) {
        HttpResponse<String> answer =
                Line.description(analyst, "Badly described")
                        .with(field, value)
                        .sendBy(
                                analyst,
                                "a.csv",
                                (HEADER + ROW_1).getBytes(StandardCharsets.UTF_8));
        Answered.refusedField(answer, field, "");
    }

    @ParameterizedTest
    @CsvSource({
        "ageFrom, x, ageFrom",
        "ageTo, '', ageTo",
        "ageTo, 99, ageTo",
        "ageFrom, 3, ageTo",
        "groupBy, COLOUR, groupBy",
        "totalLabel, '', totalLabel"
    })
    void a_figure_that_cannot_be_computed_is_refused_by_its_field(
            String field, String value, String named) {
        HttpResponse<String> answer =
                FilledForm.on(analyst.page("/figures/new?dataset=D-2026-0001"), "/figures/new")
                        .with("ageFrom", "0")
                        .with("ageTo", "2")
                        .with(field, value)
                        .sendBy(analyst);
        Answered.refusedField(answer, named, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/datasets/new", "/api/cohort/datasets"})
    void an_upload_said_to_be_a_gigabyte_is_refused_without_being_read(String path)
            throws IOException {
        byte[] head =
                head(path, new Multipart().contentType(), "Content-Length: " + 1024L * MEGABYTE);
        String answer = sendHead(head, startOfUpload(path));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains(LIMIT_MB + " MB");
        Answered.leaksNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/datasets/new", "/api/cohort/datasets"})
    void an_upload_of_unsaid_size_is_refused_once_it_passes_the_limit(String path)
            throws IOException {
        long before = datasets();
        byte[] head = head(path, new Multipart().contentType(), "Transfer-Encoding: chunked");
        Sent sent = sendChunks(head, startOfUpload(path));
        assertThat(sent.answer()).startsWith("HTTP/1.1 413 ").contains(LIMIT_MB + " MB");
        assertThat(sent.megabytes()).isBetween(LIMIT_MB - 8, LIMIT_MB + 64);
        assertThat(datasets()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, application/x-www-form-urlencoded",
        "/api/tokens, application/json",
        "/api/foi/cases, application/json",
        "/api/foi/deadline, application/json",
        "/api/cohort/figures, application/json"
    })
    void a_form_or_json_of_any_size_is_refused_before_it_fills_the_memory(String path, String type)
            throws IOException {
        byte[] start =
                (type.contains("json") ? "{\"text\": \"" : formStart(path))
                        .getBytes(StandardCharsets.UTF_8);
        String stated = sendHead(head(path, type, "Content-Length: " + 1024L * MEGABYTE), start);
        assertThat(stated).startsWith("HTTP/1.1 413 ");
        Answered.leaksNothing(stated);

        Sent unsaid = sendChunks(head(path, type, "Transfer-Encoding: chunked"), start);
        assertThat(unsaid.answer()).containsPattern("^HTTP/1.1 (413|422) ");
        assertThat(unsaid.megabytes()).isLessThan(64);
    }

    private static String formStart(String path) {
        return "_csrf=" + analyst.tokenOf("/account") + "&username=";
    }

    @Test
    void an_upload_by_somebody_who_may_not_is_refused_without_being_read() throws IOException {
        String path = "/datasets/new";
        String answer =
                sendHead(
                        ("POST "
                                        + path
                                        + " HTTP/1.1\r\nHost: 127.0.0.1:"
                                        + SERVER.port()
                                        + "\r\nContent-Type: "
                                        + new Multipart().contentType()
                                        + "\r\nContent-Length: "
                                        + 200L * MEGABYTE
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII),
                        startOfUpload(path));
        assertThat(answer).startsWith("HTTP/1.1 303 ").contains("/sign-in");
    }

    @Test
    void a_malformed_upload_is_refused() {
        String path = "/api/cohort/datasets";
        byte[] unfinished =
                new Multipart()
                        .field("title", "Cut off")
                        .file("file", "a.csv", new byte[9])
                        .unfinished();
        for (String type :
                new String[] {
                    "multipart/form-data",
                    "multipart/form-data; boundary=another",
                    new Multipart().contentType()
                }) {
            HttpResponse<String> answer = upload(path, type, unfinished);
            Answered.well(answer, 400, 422);
        }
        Answered.well(upload(path, new Multipart().contentType(), new byte[0]), 400, 422);
        Answered.well(
                upload(
                        path,
                        new Multipart().contentType(),
                        "garbage".getBytes(StandardCharsets.UTF_8)),
                400,
                422);
    }

    @Test
    void faults_are_told_to_a_program_by_line_and_column() {
        byte[] csv =
                (HEADER + ROW_1 + ROW_2.replace("12", "twelve")).getBytes(StandardCharsets.UTF_8);
        Multipart body =
                new Multipart()
                        .field("title", "By a program")
                        .field("publisher", "ONS")
                        .field("sourceSystem", "Estimates")
                        .field("extractDate", "2021-09-16")
                        .field("licence", "OGL")
                        .field("attribution", "ONS")
                        .field("unit", "PERSON")
                        .field("asAt", "2020-06-30")
                        .field("geographyBasis", "RESIDENT")
                        .field("vintage", "LSOA_2011")
                        .field("areaCovered", "Lincolnshire")
                        .file("file", "a.csv", csv);
        HttpResponse<String> answer =
                upload("/api/cohort/datasets", body.contentType(), body.bytes());
        Answered.well(answer, 422);
        assertThat(Json.object(answer).getJsonArray("errors").toString())
                .contains("3")
                .contains("age_0")
                .contains("twelve");
    }

    private static HttpResponse<String> load(String title, byte[] csv) {
        return Line.description(analyst, title).sendBy(analyst, "a.csv", csv);
    }

    private static HttpResponse<String> upload(String path, String type, byte[] body) {
        Visitor program = new Visitor(SERVER);
        return program.send(
                program.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private static long datasets() {
        return Json.object(analyst.get("/api/cohort/datasets")).getInt("total");
    }

    /** The form token, as a browser sends it first, and the beginning of a file. */
    private static byte[] startOfUpload(String path) {
        Multipart body = new Multipart();
        if (!path.startsWith("/api/")) {
            body.field("_csrf", analyst.tokenOf(path));
        }
        String start = new String(body.unfinished(), StandardCharsets.UTF_8);
        return (start + Multipart.fileHead("file", "large.csv") + HEADER)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sendHead(byte[] head, byte[] start) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(start);
            socket.getOutputStream().flush();
            return read(socket);
        }
    }

    /** What was sent until the server answered. */
    private record Sent(int megabytes, String answer) {}

    private static Sent sendChunks(byte[] head, byte[] start) throws IOException {
        byte[] megabyte = ROW_1.repeat(MEGABYTE / ROW_1.length()).getBytes(StandardCharsets.UTF_8);
        int sent = 0;
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            try {
                chunk(out, start);
                while (socket.getInputStream().available() == 0 && sent < 2 * LIMIT_MB) {
                    chunk(out, megabyte);
                    sent++;
                }
            } catch (SocketException closed) {
                // The server has answered and hung up: what this is about.
            }
            return new Sent(sent, read(socket));
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", SERVER.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] head(String path, String type, String length) {
        String sender =
                path.startsWith("/api/")
                        ? "Authorization: Bearer " + token
                        : "Cookie: answerable_session="
                                + analyst.cookies().get("answerable_session");
        return String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: 127.0.0.1:" + SERVER.port(),
                        sender,
                        "Content-Type: " + type,
                        length,
                        "Connection: close",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void chunk(OutputStream out, byte[] content) throws IOException {
        out.write(
                (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** The answer, as far as it could be read: the server need not hang up after it. */
    private static String read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        byte[] some = new byte[8192];
        try {
            while (!complete(answer)) {
                int n = socket.getInputStream().read(some);
                if (n < 0) {
                    break;
                }
                answer.append(new String(some, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException closed) {
            // It hung up: what had come is the answer.
        }
        return answer.toString();
    }

    private static boolean complete(CharSequence answer) {
        Matcher head = HEAD.matcher(answer);
        return head.find() && answer.length() - head.end() >= Integer.parseInt(head.group(1));
    }
}
