package org.answerable.directory.commissioning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerable.directory.CoverageAnswer.Stated;
import org.answerable.directory.Need;
import org.answerable.directory.PositionStatus;
import org.answerable.directory.Tier;
import org.answerable.directory.commissioning.KnownLines.Known;

/** The answer in one sentence, fit to be copied into a letter. */
final class CoverageWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private CoverageWords() {}

    static String sentence(
            Need need,
            Tier tier,
            String place,
            LocalDate at,
            Map<String, PositionStatus> lsoas,
            List<Known> lines,
            List<Stated> positions,
            List<String> missing) {
        List<String> parts = new ArrayList<>();
        for (PositionStatus status : PositionStatus.values()) {
            long count = lsoas.values().stream().filter(status::equals).count();
            if (count > 0) {
                parts.add(words(status) + " in " + count + " of " + Lsoas.count(lsoas.size()));
            }
        }
        List<String> records = new ArrayList<>();
        lines.forEach(line -> records.add(line.name()));
        positions.forEach(
                stated ->
                        records.add(
                                stated.position().reference()
                                        + ", declared by "
                                        + stated.position().terms().commissioner()));
        return "On "
                + DAY.format(at)
                + ", for "
                + place
                + ", "
                + tier.label().toLowerCase(Locale.ROOT)
                + " help with "
                + need.term().toLowerCase(Locale.ROOT)
                + " was "
                + String.join("; ", parts)
                + (records.isEmpty() ? "" : " (" + String.join("; ", records) + ")")
                + "."
                + (missing.isEmpty()
                        ? ""
                        : " Nothing is recorded of " + String.join(", ", missing) + ".");
    }

    private static String words(PositionStatus status) {
        return switch (status) {
            case COMMISSIONED -> "commissioned";
            case PROVIDED_WITHOUT_CONTRACT -> "provided without a contract";
            case NOT_COMMISSIONED -> "declared as not commissioned";
            case UNKNOWN -> "not known";
        };
    }
}
