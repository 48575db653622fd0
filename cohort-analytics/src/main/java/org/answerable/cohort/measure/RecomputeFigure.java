package org.answerable.cohort.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerable.cohort.Comparison;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.data.DatasetRows;
import org.answerable.cohort.export.FigureCsv;
import org.answerable.cohort.store.Transactions;

/** Runs the question of a kept figure again on the stored dataset and says what differs. */
@ApplicationScoped
public class RecomputeFigure {

    private Transactions transactions;
    private ComputeMeasure measures;

    protected RecomputeFigure() {}

    @Inject
    public RecomputeFigure(Transactions transactions, ComputeMeasure measures) {
        this.transactions = transactions;
        this.measures = measures;
    }

    /**
     * Compares every count, the areas, and the hash. The caller has decided that the actor may see
     * the figure.
     */
    public Comparison recompute(Figure kept) {
        List<String> gone = gone(kept);
        if (!gone.isEmpty()) {
            return new Comparison(false, gone);
        }
        FigureTable now = again(kept);
        List<String> differences = differences(kept.table(), now);
        String hash = FigureCsv.sha256(now);
        if (differences.isEmpty() && !hash.equals(kept.tableSha256())) {
            differences.add(
                    "The hash of the table was " + kept.tableSha256() + ", is now " + hash + ".");
        }
        return new Comparison(differences.isEmpty(), differences);
    }

    /** Which rows it was computed from are there no longer. */
    private List<String> gone(Figure kept) {
        return transactions.run(
                c -> {
                    List<String> gone = new ArrayList<>();
                    for (Figure.Source source : kept.sources()) {
                        DatasetRows.find(c, source.datasetId())
                                .filter(Dataset::removed)
                                .ifPresent(
                                        d ->
                                                gone.add(
                                                        "It cannot be computed again: the rows of "
                                                                + d.id()
                                                                + " were removed ("
                                                                + d.removal().reason()
                                                                + ")."));
                    }
                    return gone;
                });
    }

    private FigureTable again(Figure kept) {
        return kept.question() instanceof MeasureRequest measure
                ? measures.table(measure)
                : transactions.run(
                        c ->
                                new PopulationCount((FigureRequest) kept.question())
                                        .run(c, kept.table().columns().get(0)));
    }

    private static List<String> differences(FigureTable kept, FigureTable now) {
        List<String> found = new ArrayList<>();
        Map<String, FigureTable.Row> left = new LinkedHashMap<>();
        now.rows().forEach(r -> left.put(key(r), r));
        for (FigureTable.Row row : kept.rows()) {
            FigureTable.Row again = left.remove(key(row));
            if (again == null) {
                found.add(row.label() + " is no longer there.");
            } else {
                compare(kept, row, again, found);
            }
        }
        left.values().forEach(r -> found.add(r.label() + " was not there before."));
        if (kept.total() != null && now.total() != null) {
            compare(kept, kept.total(), now.total(), found);
        }
        return found;
    }

    private static void compare(
            FigureTable kept, FigureTable.Row row, FigureTable.Row again, List<String> found) {
        for (int i = 0; i < row.counts().size(); i++) {
            Long now = i < again.counts().size() ? again.counts().get(i) : null;
            if (!row.counts().get(i).equals(now)) {
                found.add(
                        row.label()
                                + ", "
                                + kept.columns().get(i + 1).toLowerCase(Locale.UK)
                                + ": was "
                                + row.counts().get(i)
                                + ", is now "
                                + (now == null ? "not there" : now)
                                + ".");
            }
        }
        if (row.sum() != again.sum()) {
            found.add(row.label() + ", in all: was " + row.sum() + ", is now " + again.sum() + ".");
        }
    }

    private static String key(FigureTable.Row row) {
        return row.code().isEmpty() ? row.label() : row.code();
    }
}
