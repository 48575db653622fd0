package org.answerable.foi.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.foi.Authority;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Casework;
import org.answerable.foi.Disclosure;
import org.answerable.foi.Disclosure.DisclosedGround;
import org.answerable.foi.Disclosure.DisclosedQuestion;
import org.answerable.foi.DisclosureImport;
import org.answerable.foi.DisclosureImport.Fault;
import org.answerable.foi.HeldStatus;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Outcome;
import org.answerable.foi.document.Json;
import org.answerable.foi.intake.ReceivedText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** An authority's earlier log as it was uploaded, read row by row with the faults of each. */
final class EarlierLog {

    private static final List<String> NEEDED =
            List.of(
                    "reference",
                    "subject",
                    "received",
                    "answered",
                    "outcome",
                    "question",
                    "answer");
    private static final String EXEMPTIONS = "exemptions";
    private static final int MOST_FAULTS = 100;
    private static final int MOST_SUBJECT = 200;

    /** @param line of its first row */
    record Entry(long line, Disclosure disclosure) {}

    private final Authority authority;
    private final LocalDate today;
    private final Instant now;
    private final String sha256;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long faultCount;
    private int rows;

    private EarlierLog(Authority authority, LocalDate today, Instant now, String sha256) {
        this.authority = authority;
        this.today = today;
        this.now = now;
        this.sha256 = sha256;
    }

    static EarlierLog read(InputStream file, Authority authority, LocalDate today, Instant now)
            throws IOException {
        byte[] bytes = file.readNBytes(DisclosureImport.MOST_BYTES + 1);
        if (bytes.length > DisclosureImport.MOST_BYTES) {
            throw new InvalidInput("file", "The file has more than 8 MB: send it in parts.");
        }
        String text = decoded(bytes);
        EarlierLog log = new EarlierLog(authority, today, now, Json.sha256(text));
        log.rows(text);
        return log;
    }

    private static String decoded(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidInput("file", "The file is not UTF-8: save it as CSV UTF-8.");
        }
    }

    private void rows(String text) throws IOException {
        CSVFormat form =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreHeaderCase(true)
                        .setTrim(true)
                        .get();
        try (CSVParser parser = form.parse(new StringReader(text))) {
            List<String> missing =
                    NEEDED.stream().filter(c -> !parser.getHeaderMap().containsKey(c)).toList();
            if (!missing.isEmpty()) {
                throw new InvalidInput(
                        "file",
                        "The first line lacks the columns "
                                + String.join(", ", missing)
                                + ": name them as the page says.");
            }
            for (CSVRecord row : parser) {
                rows++;
                if (rows > DisclosureImport.MOST_ROWS) {
                    throw new InvalidInput(
                            "file", "The file has more than 20,000 rows: send it in parts.");
                }
                row(row, parser.getCurrentLineNumber());
            }
        } catch (IllegalArgumentException | UncheckedIOException notCsv) {
            throw new InvalidInput(
                    "file", "The file is no CSV with one header line: " + firstWords(notCsv));
        }
        if (rows == 0) {
            throw new InvalidInput("file", "The file has no rows below its header.");
        }
    }

    private static String firstWords(Exception e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return message.length() > 120 ? message.substring(0, 120) + "…" : message;
    }

    private void row(CSVRecord row, long line) {
        long before = faultCount;
        if (!row.isConsistent()) {
            fault(line, "", "This row has another number of cells than the header.");
            return;
        }
        String reference = row.get("reference");
        if (!reference.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            fault(
                    line,
                    "reference",
                    "A reference has 1 to 40 letters, digits, dots, hyphens or underscores.");
        }
        String subject = words(row, line, "subject", MOST_SUBJECT);
        Optional<LocalDate> received = date(row, line, "received");
        Optional<LocalDate> answered = date(row, line, "answered");
        if (received.isPresent()
                && answered.isPresent()
                && answered.get().isBefore(received.get())) {
            fault(line, "answered", "It was answered before it was received: check both dates.");
        }
        Optional<CaseOutcome> outcome = outcome(row, line);
        String question = words(row, line, "question", Casework.MOST_CHARACTERS);
        String answer = words(row, line, "answer", Casework.MOST_ANSWER_CHARACTERS);
        if (faultCount == before) {
            add(
                    line,
                    new Disclosure(
                            authority.prefix() + "-I-" + reference,
                            authority.code(),
                            authority.name(),
                            ReceivedText.line(subject),
                            received.orElseThrow(),
                            answered.orElseThrow(),
                            outcome.orElseThrow(),
                            List.of(question(question, answer, outcome.get(), grounds(row))),
                            now,
                            Optional.empty(),
                            true));
        }
    }

    private void add(long line, Disclosure d) {
        Entry first = entries.get(d.reference());
        if (first == null) {
            entries.put(d.reference(), new Entry(line, d));
            return;
        }
        Disclosure one = first.disclosure();
        if (!one.subject().equals(d.subject())
                || !one.received().equals(d.received())
                || !one.answered().equals(d.answered())
                || one.outcome() != d.outcome()) {
            fault(
                    line,
                    "reference",
                    "The row of line "
                            + first.line()
                            + " has the same reference with another subject, date or outcome.");
            return;
        }
        List<DisclosedQuestion> questions = new ArrayList<>(one.questions());
        DisclosedQuestion next = d.questions().get(0);
        questions.add(
                new DisclosedQuestion(
                        questions.size() + 1,
                        next.text(),
                        next.answer(),
                        next.heldStatus(),
                        next.outcome(),
                        next.grounds(),
                        List.of()));
        entries.put(d.reference(), new Entry(first.line(), with(one, questions, now)));
    }

    /** The same answer as published at another time. */
    static Disclosure at(Disclosure d, Instant publishedAt) {
        return with(d, d.questions(), publishedAt);
    }

    private static Disclosure with(
            Disclosure d, List<DisclosedQuestion> questions, Instant publishedAt) {
        return new Disclosure(
                d.reference(),
                d.authority(),
                d.authorityName(),
                d.subject(),
                d.received(),
                d.answered(),
                d.outcome(),
                questions,
                publishedAt,
                d.withdrawal(),
                d.imported());
    }

    /** The earlier log has one outcome for the whole: each question gets the one that it allows. */
    private static DisclosedQuestion question(
            String text, String answer, CaseOutcome outcome, List<DisclosedGround> grounds) {
        return switch (outcome) {
            case NOT_HELD -> of(text, answer, HeldStatus.NOT_HELD, Outcome.NOT_HELD, grounds);
            case NCND -> of(text, answer, HeldStatus.NOT_CONFIRMED, Outcome.NCND, grounds);
            case REFUSED -> of(text, answer, HeldStatus.HELD, Outcome.REFUSED, grounds);
            case PART -> of(text, answer, HeldStatus.HELD, Outcome.PART, grounds);
            case GRANTED_PART_HELD ->
                    of(text, answer, HeldStatus.PART_HELD, Outcome.GRANTED, grounds);
            case GRANTED -> of(text, answer, HeldStatus.HELD, Outcome.GRANTED, grounds);
        };
    }

    private static DisclosedQuestion of(
            String text,
            String answer,
            HeldStatus held,
            Outcome outcome,
            List<DisclosedGround> grounds) {
        return new DisclosedQuestion(1, text, answer, held, outcome, grounds, List.of());
    }

    private static List<DisclosedGround> grounds(CSVRecord row) {
        if (!row.isMapped(EXEMPTIONS)) {
            return List.of();
        }
        return Arrays.stream(row.get(EXEMPTIONS).split(";"))
                .map(code -> code.replaceAll("\\s+", ""))
                .filter(code -> !code.isEmpty())
                .map(code -> new DisclosedGround(code, ""))
                .toList();
    }

    private String words(CSVRecord row, long line, String column, int most) {
        String words = ReceivedText.block(row.get(column));
        if (words.isBlank()) {
            fault(line, column, "This is empty: fill it in.");
        } else if (words.length() > most) {
            fault(line, column, "This has more than " + most + " characters: shorten it.");
        }
        return words;
    }

    private Optional<LocalDate> date(CSVRecord row, long line, String column) {
        try {
            LocalDate date = LocalDate.parse(row.get(column));
            if (date.getYear() >= 1990 && !date.isAfter(today)) {
                return Optional.of(date);
            }
            fault(line, column, "The date is before 1990 or in the future.");
        } catch (DateTimeParseException wrong) {
            fault(line, column, "Write the date like 2024-03-21.");
        }
        return Optional.empty();
    }

    private Optional<CaseOutcome> outcome(CSVRecord row, long line) {
        String wanted = row.get("outcome").toUpperCase(Locale.ROOT).replace(' ', '_');
        Optional<CaseOutcome> found =
                Arrays.stream(CaseOutcome.values())
                        .filter(o -> o.name().equals(wanted))
                        .findFirst();
        if (found.isEmpty()) {
            fault(
                    line,
                    "outcome",
                    "Write one of "
                            + Arrays.stream(CaseOutcome.values())
                                    .map(CaseOutcome::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return found;
    }

    void fault(long line, String column, String message) {
        faultCount++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(line, column, message));
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    long faultCount() {
        return faultCount;
    }

    int rows() {
        return rows;
    }

    String sha256() {
        return sha256;
    }
}
