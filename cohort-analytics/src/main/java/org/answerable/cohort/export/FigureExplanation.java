package org.answerable.cohort.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureTable;

/**
 * A figure in words: a paragraph that can be put into an answer as it is, and the notes that its
 * files carry.
 */
final class FigureExplanation {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private FigureExplanation() {}

    /** What was counted, what came out, from what, how, and where to look it up. */
    static String paragraph(Figure figure) {
        List<String> sentences = new ArrayList<>();
        if (invented(figure)) {
            sentences.add("This is invented data for training.");
        }
        sentences.add(figure.sentence());
        if (figure.table().total() != null) {
            sentences.add(result(figure.table()));
        }
        sentences.add(
                "Data held: "
                        + figure.sources().stream()
                                .map(FigureExplanation::extract)
                                .collect(Collectors.joining("; "))
                        + ".");
        sentences.add(figure.method());
        figure.sources().stream()
                .map(Figure.Source::caveats)
                .filter(c -> !c.isEmpty())
                .distinct()
                .forEach(sentences::add);
        sentences.add(
                "Computed on "
                        + DAY.format(figure.computedAt().atZone(ZONE))
                        + " as figure "
                        + figure.id()
                        + ", with Answerable "
                        + figure.softwareVersion()
                        + ".");
        return sentences.stream()
                .map(s -> s.endsWith(".") ? s : s + ".")
                .collect(Collectors.joining(" "));
    }

    private static String extract(Figure.Source source) {
        return source.title()
                + ", extract of "
                + day(source.extractDate())
                + " (dataset "
                + source.datasetId()
                + ", version "
                + source.version()
                + ")";
    }

    /** One dataset: title, publisher, system, date, reference. */
    static String source(Figure.Source source) {
        return source.title()
                + ", "
                + source.publisher()
                + " ("
                + source.sourceSystem()
                + ", extract of "
                + day(source.extractDate())
                + "; dataset "
                + source.datasetId()
                + ", version "
                + source.version()
                + ")";
    }

    /** What a reader of a file must know, one note each. */
    static List<String> notes(Figure figure) {
        List<String> notes = new ArrayList<>();
        if (invented(figure)) {
            notes.add("Invented data for training. It says nothing about real people.");
        }
        notes.add(
                "Counted: "
                        + figure.unit()
                        + ", "
                        + figure.ageLabel()
                        + ", "
                        + figure.time()
                        + ".");
        notes.add(figure.method());
        for (Figure.Source source : figure.sources()) {
            notes.add(
                    source(source)
                            + ". Licence: "
                            + source.licence()
                            + ". "
                            + source.attribution()
                            + " SHA-256 of the file: "
                            + source.sha256()
                            + ".");
            if (!source.caveats().isEmpty()) {
                notes.add(source.datasetId() + ": " + source.caveats());
            }
        }
        if (figure.table().total() != null) {
            notes.add("The last row is the total. Do not add it to the others.");
        }
        notes.add(
                figure.released()
                        .map(r -> "Released under " + r.policy() + ": " + r.rule())
                        .orElse("Not released. For analysts only."));
        notes.add("SHA-256 of the table as CSV: " + figure.tableSha256() + ".");
        return notes;
    }

    private static String result(FigureTable table) {
        FigureTable.Row total = table.total();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < total.counts().size(); i++) {
            parts.add(lower(table.columns().get(i + 1)) + ": " + number(total.counts().get(i)));
        }
        parts.add(
                lower(table.columns().get(table.columns().size() - 1))
                        + ": "
                        + number(total.sum()));
        for (int i = 0; i < total.derived().size(); i++) {
            FigureTable.Cell cell = total.derived().get(i);
            parts.add(
                    lower(table.derived().get(i))
                            + ": "
                            + (cell.number() == null ? cell.words() : number(cell.number())));
        }
        return total.label() + " – " + String.join("; ", parts) + ".";
    }

    private static boolean invented(Figure figure) {
        return figure.sources().stream().anyMatch(Figure.Source::synthetic);
    }

    private static String lower(String heading) {
        return heading.substring(0, 1).toLowerCase(Locale.UK) + heading.substring(1);
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private static String number(BigDecimal number) {
        return String.format(Locale.UK, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
