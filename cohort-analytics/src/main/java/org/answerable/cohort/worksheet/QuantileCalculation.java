package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.NotAvailable;
import org.answerable.cohort.statistics.Quantiles;

/** The quantile of each row among all rows, or among those of its group; the rows are held. */
final class QuantileCalculation implements Calculation {

    private static final List<String> WANTED = List.of("group", "value");
    private static final List<String> RESULTS = List.of("quantile");

    private final List<String> kept;
    private final int quantiles;
    private final boolean highIsOne;
    private final HeldRows held = new HeldRows();
    private final List<Double> values = new ArrayList<>();
    private final Groups<List<Integer>> groups;

    QuantileCalculation(Header header, Options options) {
        header.require("value");
        this.kept = header.names();
        this.groups = new Groups<>(header, "group", name -> new ArrayList<>());
        long asked = options.whole("groups");
        if (asked < 2 || asked > Quantiles.MOST_GROUPS) {
            throw new InvalidInput("groups", "Give from 2 to 1000 groups.");
        }
        this.quantiles = (int) asked;
        this.highIsOne = options.is("invert", "true");
    }

    @Override
    public List<String> wanted() {
        return WANTED;
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    @Override
    public List<String> results() {
        return RESULTS;
    }

    @Override
    public void row(Source row, Sink sink) {
        double value = row.number(1);
        groups.of(row.text(0)).add(held.size());
        held.add(row);
        values.add(value);
    }

    @Override
    public void end(Sink sink, Faults faults) throws IOException {
        int[] found = new int[values.size()];
        NotAvailable[] missing = new NotAvailable[values.size()];
        for (Map.Entry<String, List<Integer>> group : groups.all().entrySet()) {
            rank(group.getValue(), found, missing);
        }
        Results results = new Results(RESULTS);
        for (int i = 0; i < found.length; i++) {
            results.clear();
            if (values.get(i).isNaN()) {
                results.blank("value");
            } else if (missing[i] != null) {
                results.put(0, missing[i]);
            } else {
                results.put(0, found[i]);
            }
            sink.row(held.get(i), results);
        }
    }

    private void rank(List<Integer> rows, int[] found, NotAvailable[] missing) {
        List<Integer> known = rows.stream().filter(row -> !values.get(row).isNaN()).toList();
        Optional<NotAvailable> why = Quantiles.missing(known.size(), quantiles);
        if (why.isPresent()) {
            rows.forEach(row -> missing[row] = why.get());
            return;
        }
        double[] numbers = known.stream().mapToDouble(values::get).toArray();
        int[] ranks = Quantiles.of(numbers, quantiles, highIsOne);
        for (int i = 0; i < ranks.length; i++) {
            found[known.get(i)] = ranks[i];
        }
    }
}
