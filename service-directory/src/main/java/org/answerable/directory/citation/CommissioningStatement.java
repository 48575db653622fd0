package org.answerable.directory.citation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.answerable.directory.Citation;
import org.answerable.directory.CoverageAnswer;
import org.answerable.directory.CoverageAnswer.NeedCoverage;
import org.answerable.directory.Position;
import org.answerable.directory.PositionStatus;

/**
 * What is commissioned for a need in an area on a day. A declared zero, what nobody recorded, and what is provided without
 * a contract stay three different things; training is named and never counted as a team.
 */
final class CommissioningStatement {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private CommissioningStatement() {}

    static Statement of(CoverageAnswer answer, NeedCoverage need) {
        List<Citation.Row> rows = new ArrayList<>();
        List<Citation.Reference> references = new ArrayList<>();
        for (PositionStatus status : PositionStatus.values()) {
            rows.add(
                    new Citation.Row(
                            status.label(),
                            List.of(
                                    need.count(status) + " of " + need.lsoas().size(),
                                    status.meaning())));
        }
        for (CoverageAnswer.Line line : need.lines()) {
            rows.add(
                    new Citation.Row(
                            "Contract " + line.name(),
                            List.of(
                                    line.lsoas().size() + " neighbourhoods",
                                    line.title() + ", provided by " + line.provider())));
            references.add(
                    new Citation.Reference(
                            line.name(),
                            line.version(),
                            line.title(),
                            String.join(", ", line.commissioners()),
                            sha256(line.line().toString())));
        }
        for (CoverageAnswer.Stated stated : need.positions()) {
            Position position = stated.position();
            rows.add(
                    new Citation.Row(
                            "Position " + position.reference(),
                            List.of(
                                    stated.lsoas().size() + " neighbourhoods",
                                    position.terms().commissioner()
                                            + ": "
                                            + position.terms().statement())));
            references.add(
                    new Citation.Reference(
                            position.reference(),
                            position.version(),
                            position.terms().status().label(),
                            position.terms().declaredBy(),
                            sha256(position.terms().toString())));
        }
        for (String commissioner : need.missing()) {
            rows.add(
                    new Citation.Row(
                            commissioner,
                            List.of("", "Nothing is recorded: this is not known, and not zero")));
        }
        return new Statement(
                answer.tier().label()
                        + ": "
                        + need.need().term()
                        + ", "
                        + answer.area().name()
                        + ", "
                        + day(answer.at()),
                need.sentence(),
                List.of("Neighbourhoods (LSOA 2021)", "What is recorded"),
                rows,
                references,
                "Contracts and declared positions in force on the day, as recorded in the directory, were laid over"
                        + " the neighbourhoods of the area. Only a declared “not commissioned” counts as a true zero. What"
                        + " nobody has recorded is not known. Training of staff is no commissioned team and is not counted"
                        + " as one.");
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
