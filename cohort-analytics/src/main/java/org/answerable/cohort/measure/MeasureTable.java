package org.answerable.cohort.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.FigureTable.Cell;
import org.answerable.cohort.FigureTable.Row;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.definition.SqlText;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.Estimate;
import org.answerable.cohort.statistics.Proportion;
import org.answerable.cohort.statistics.Rate;
import org.answerable.cohort.statistics.Result;
import org.answerable.cohort.statistics.Significance;

/**
 * The answer of the statement laid out: counts that share out their sum, and what is worked out from
 * them with 95 % and 99.8 % limits.
 */
final class MeasureTable {

    private static final List<Confidence> CONFIDENCES =
            List.of(Confidence.OF_95, Confidence.OF_998);
    private static final double DAYS_A_YEAR = 365.25;
    private static final double PER = 1_000;
    private static final int MOST_ROWS = 5_000;

    private final MeasureRequest request;
    private final MeasureWording words;
    private final Proportion percent = new Proportion(Proportion.Method.WILSON, 100, CONFIDENCES);
    private final Rate rate = new Rate(PER, CONFIDENCES);

    MeasureTable(MeasureRequest request, MeasureWording words) {
        this.request = request;
        this.words = words;
    }

    /**
     * @throws InvalidInput there are too many rows, or no row has the code to compare with
     */
    FigureTable run(Connection connection, SqlText sql) throws SQLException {
        List<Counted> rows = new ArrayList<>();
        Counted total = null;
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Counted counted =
                        new Counted(
                                row.getString("code"),
                                row.getString("label"),
                                row.getLong("eligible"),
                                row.getLong("members"));
                if (row.getBoolean("is_total")) {
                    total = new Counted("", words.total(), counted.eligible(), counted.members());
                } else {
                    rows.add(counted);
                }
            }
        }
        if (rows.size() > MOST_ROWS) {
            throw new InvalidInput(
                    "by",
                    "This has "
                            + rows.size()
                            + " rows; a figure holds at most 5,000. Choose areas, or larger ones.");
        }
        Counted reference = reference(rows, total);
        return new FigureTable(
                words.columns(),
                List.of(),
                rows.stream().map(r -> row(r, reference)).toList(),
                total == null ? null : total(total, reference),
                words.derived(reference != null));
    }

    private Counted reference(List<Counted> rows, Counted total) {
        if (request.measure() == Measure.COUNT || rows.isEmpty()) {
            return null;
        }
        if (request.comparator().isEmpty()) {
            return total == null ? rows.get(0) : total;
        }
        return rows.stream()
                .filter(r -> request.comparator().equalsIgnoreCase(r.code()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        "comparator", "No row of the figure has this code."));
    }

    /** The total has a cell in every column, also where it is what the rows are compared with. */
    private Row total(Counted total, Counted reference) {
        if (reference != total) {
            return row(total, reference);
        }
        Row row = row(total, null);
        List<Cell> derived = new ArrayList<>(row.derived());
        if (reference != null) {
            derived.add(Cell.words("all together"));
        }
        return new Row(row.code(), row.label(), row.counts(), row.sum(), derived);
    }

    private Row row(Counted c, Counted reference) {
        String code =
                c.code() == null || request.by() == MeasureRequest.Breakdown.DECILE ? "" : c.code();
        return switch (request.measure()) {
            case COUNT -> new Row(code, c.label(), List.of(), c.members());
            case PROPORTION ->
                    new Row(
                            code,
                            c.label(),
                            List.of(c.members(), c.eligible() - c.members()),
                            c.eligible(),
                            derived(
                                    percent.of(c.members(), c.eligible()),
                                    share(reference),
                                    1,
                                    List.of()));
            case CONTACT_RATE -> {
                double years = c.eligible() / DAYS_A_YEAR;
                yield new Row(
                        code,
                        c.label(),
                        List.of(),
                        c.members(),
                        derived(
                                rate.of(c.members(), years),
                                reference == null
                                        ? null
                                        : reference.members()
                                                / (reference.eligible() / DAYS_A_YEAR)
                                                * PER,
                                1,
                                List.of(Cell.of(rounded(years, 1)))));
            }
        };
    }

    private static Double share(Counted reference) {
        return reference == null || reference.eligible() == 0
                ? null
                : 100.0 * reference.members() / reference.eligible();
    }

    private static List<Cell> derived(
            Estimate estimate, Double reference, int decimals, List<Cell> before) {
        List<Cell> cells = new ArrayList<>(before);
        cells.add(cell(estimate.value(), decimals));
        estimate.intervals()
                .forEach(
                        i -> {
                            cells.add(cell(i.lower(), decimals));
                            cells.add(cell(i.upper(), decimals));
                        });
        if (reference != null) {
            cells.add(
                    Cell.words(
                            estimate.value().available()
                                    ? MeasureWording.compared(
                                            Significance.of(
                                                    reference,
                                                    estimate.intervals().get(0),
                                                    estimate.intervals().get(1)))
                                    : "not available"));
        }
        return cells;
    }

    private static Cell cell(Result result, int decimals) {
        return result.available()
                ? Cell.of(rounded(result.number(), decimals))
                : Cell.words("not available");
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    private record Counted(String code, String label, long eligible, long members) {}
}
