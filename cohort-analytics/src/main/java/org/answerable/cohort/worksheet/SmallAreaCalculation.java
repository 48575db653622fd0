package org.answerable.cohort.worksheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.FayHerriot;
import org.answerable.cohort.statistics.FayHerriot.AreaEstimate;
import org.answerable.cohort.statistics.InvalidArgument;

/** A composite or synthetic estimate of each row, from all rows that have a local value; rows are held. */
final class SmallAreaCalculation implements Calculation {

    private static final List<String> BEFORE = List.of("value", "standard_error", "weight");
    private static final String COVARIATE = "x";
    private static final int BENCHMARKED = 7;

    private final List<String> kept;
    private final List<String> wanted;
    private final List<String> covariates;
    private final boolean weighted;
    private final boolean toTotal;
    private final double total;
    private final Results results;
    private final HeldRows held = new HeldRows();
    private final List<Area> areas = new ArrayList<>();

    /** What is known of an area; NaN is not known. */
    private record Area(double value, double error, double weight, double[] covariates) {

        boolean local() {
            return complete() && !Double.isNaN(value) && !Double.isNaN(error);
        }

        boolean complete() {
            return Arrays.stream(covariates).noneMatch(Double::isNaN);
        }
    }

    SmallAreaCalculation(Header header, Options options) {
        header.require("value", "standard_error");
        kept = header.names();
        covariates =
                header.names().stream()
                        .map(Header::key)
                        .filter(name -> name.startsWith(COVARIATE))
                        .toList();
        if (covariates.size() > FayHerriot.MOST_COVARIATES) {
            throw new InvalidInput(
                    "header",
                    "There are more than "
                            + FayHerriot.MOST_COVARIATES
                            + " columns whose names begin with x: "
                            + Faults.shown(String.join(", ", covariates), 300)
                            + ". Rename those that are no covariates.");
        }
        wanted = new ArrayList<>(BEFORE);
        wanted.addAll(covariates);
        weighted = header.has("weight");
        toTotal = options.given("total");
        total = toTotal ? options.number("total") : Double.NaN;
        List<String> names = new ArrayList<>();
        names.addAll(List.of("estimate", "mse", "root_mse", "gamma", "synthetic", "variance"));
        names.add("basis");
        if (toTotal) {
            names.add("benchmarked");
        }
        results = new Results(names);
    }

    @Override
    public List<String> wanted() {
        return wanted;
    }

    @Override
    public List<String> kept() {
        return kept;
    }

    @Override
    public List<String> results() {
        return results.names();
    }

    @Override
    public void row(Source row, Sink sink) {
        double value = row.number(0);
        double error = row.number(1);
        if (error <= 0) {
            throw new InvalidArgument(
                    "standard_error",
                    "This is not above 0. Give more than 0, or leave it blank for no local value.");
        }
        double weight = weighted ? row.number(2) : 1;
        if (toTotal && !(weight >= 0)) {
            throw new InvalidArgument("weight", "Give 0 or more: the total needs every area's.");
        }
        double[] x = new double[covariates.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = row.number(BEFORE.size() + k);
            if (toTotal && Double.isNaN(x[k])) {
                throw new InvalidArgument(
                        covariates.get(k),
                        "This is blank. A total needs an estimate of every area: give a number.");
            }
        }
        held.add(row);
        areas.add(new Area(value, error, weight, x));
    }

    @Override
    public void end(Sink sink, Faults faults) throws IOException {
        if (areas.isEmpty()) {
            return;
        }
        FayHerriot model = fit(areas.stream().filter(Area::local).toList());
        AreaEstimate[] estimates = estimates(model);
        double[] benchmarked = toTotal ? benchmarked(estimates) : null;
        for (int i = 0; i < estimates.length; i++) {
            answer(areas.get(i), estimates[i], model.variance());
            if (toTotal) {
                results.put(BENCHMARKED, benchmarked[i]);
            }
            sink.row(held.get(i), results);
        }
    }

    private FayHerriot fit(List<Area> local) {
        double[][] x = local.stream().map(Area::covariates).toArray(double[][]::new);
        if (x.length > covariates.size() + 1) {
            OptionalInt dependent = FayHerriot.dependent(x);
            if (dependent.isPresent()) {
                throw new InvalidInput(
                        covariates.get(dependent.getAsInt()),
                        "This column is the same in all areas with a value, or follows from the covariates"
                                + " before it. Leave it out.");
            }
        }
        return new FayHerriot(
                local.stream().mapToDouble(Area::value).toArray(),
                local.stream().mapToDouble(area -> area.error() * area.error()).toArray(),
                x);
    }

    /** In the order of the rows; null for an area with a covariate that is not known. */
    private AreaEstimate[] estimates(FayHerriot model) {
        AreaEstimate[] estimates = new AreaEstimate[areas.size()];
        int fitted = 0;
        for (int i = 0; i < estimates.length; i++) {
            Area area = areas.get(i);
            if (area.local()) {
                estimates[i] = model.composite(fitted++);
            } else if (area.complete()) {
                estimates[i] = model.synthetic(area.covariates());
            }
        }
        return estimates;
    }

    private double[] benchmarked(AreaEstimate[] estimates) {
        return FayHerriot.benchmarked(
                Arrays.stream(estimates).mapToDouble(AreaEstimate::value).toArray(),
                areas.stream().mapToDouble(Area::weight).toArray(),
                total);
    }

    private void answer(Area area, AreaEstimate estimate, double variance) {
        results.clear();
        if (estimate == null) {
            results.blank(blank(area));
            return;
        }
        results.put(0, estimate.value())
                .put(1, estimate.meanSquaredError())
                .put(2, Math.sqrt(estimate.meanSquaredError()))
                .put(3, estimate.weight())
                .put(4, estimate.synthetic())
                .put(5, variance)
                .put(6, basis(area, variance));
        if (Double.isNaN(area.value()) != Double.isNaN(area.error())) {
            results.note(
                    Double.isNaN(area.value())
                            ? "The standard error is not used: value is blank"
                            : "The value is not used: standard_error is blank");
        }
    }

    private String blank(Area area) {
        for (int k = 0; k < covariates.size(); k++) {
            if (Double.isNaN(area.covariates()[k])) {
                return covariates.get(k);
            }
        }
        throw new IllegalStateException("every covariate is known");
    }

    private static String basis(Area area, double variance) {
        if (!area.local()) {
            return "modelled, no local observations";
        }
        return variance > 0
                ? "composite"
                : "modelled: the values show no difference between areas beyond sampling";
    }
}
