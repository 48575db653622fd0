package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.InvalidArgument;
import org.answerable.cohort.statistics.SlopeIndex;
import org.answerable.cohort.statistics.SlopeSimulation;
import org.answerable.cohort.statistics.Transform;

/** Slope and relative index of inequality for each area, in closed form or by seeded draws. */
final class SlopeCalculation extends GroupCalculation<List<SlopeCalculation.Quantile>> {

    static final List<String> WANTED =
            List.of(
                    "area",
                    "quantile",
                    "population",
                    "value",
                    "standard_error",
                    "lower_95",
                    "upper_95");
    private static final double Z_95 = 1.96;
    private static final long MOST_NUMBERS_DRAWN = 1_000_000_000L;

    /** One quantile of an area, 1 the most deprived. */
    record Quantile(int rank, double population, double value, double error) {}

    private final List<Confidence> confidences;
    private final double multiplier;
    private final SlopeIndex.RatioInterval kind;
    private final SlopeSimulation simulation;
    private final boolean limits;
    private long drawn;

    SlopeCalculation(Header header, Options options, List<Confidence> confidences) {
        super(header, "area", names(options, confidences));
        header.require("quantile", "population", "value");
        this.limits = !header.has("standard_error");
        if (limits && !(header.has("lower_95") && header.has("upper_95"))) {
            header.require("standard_error");
        }
        this.confidences = confidences;
        this.multiplier = options.number("multiplier");
        if (multiplier == 0) {
            throw new InvalidInput("multiplier", "Give a number that is not 0.");
        }
        this.kind =
                options.is("rii_interval", "fieller")
                        ? SlopeIndex.RatioInterval.FIELLER
                        : SlopeIndex.RatioInterval.LOG_DELTA;
        SlopeSimulation asked = simulation(options);
        this.simulation = simulates(options) ? asked : null;
    }

    private static boolean simulates(Options options) {
        return options.given("draws") || !options.is("transform", "none");
    }

    private static SlopeSimulation simulation(Options options) {
        double draws = options.number("draws");
        return new SlopeSimulation(
                transform(options),
                (int) Math.min(Integer.MAX_VALUE, Math.max(0, draws)),
                options.whole("seed"));
    }

    static Transform transform(Options options) {
        return switch (options.text("transform")) {
            case "log" -> Transform.LOG;
            case "logit" -> Transform.LOGIT;
            default -> Transform.NONE;
        };
    }

    private static List<String> names(Options options, List<Confidence> confidences) {
        List<String> names = new ArrayList<>(List.of("slope", "rii"));
        names.addAll(Options.limitNames("slope_", confidences));
        names.addAll(Options.limitNames("rii_", confidences));
        names.add("quantiles");
        if (simulates(options)) {
            names.add("draws");
            names.add("seed");
        }
        return names;
    }

    @Override
    public List<String> wanted() {
        return WANTED;
    }

    @Override
    List<Quantile> group(String name) {
        return new ArrayList<>();
    }

    @Override
    void add(List<Quantile> area, Source row) {
        Quantile quantile = quantile(row, limits);
        if (area.stream().anyMatch(known -> known.rank() == quantile.rank())) {
            throw new InvalidArgument(
                    "quantile", "This quantile comes twice in the same area. Keep one row each.");
        }
        area.add(quantile);
    }

    /**
     * The quantile of a row.
     *
     * @param limits whether the standard error comes from limits
     * @throws InvalidArgument a cell cannot be used
     */
    static Quantile quantile(Source row, boolean limits) {
        double rank = needed(row, 1, "quantile");
        if (rank != Math.rint(rank) || rank < 1 || rank > SlopeIndex.MOST_GROUPS) {
            throw new InvalidArgument(
                    "quantile", "Number the quantiles 1, 2, 3 …, 1 the most deprived, up to 100.");
        }
        double population = needed(row, 2, "population");
        if (!(population > 0)) {
            throw new InvalidArgument("population", "This is not above 0. Give more than 0.");
        }
        double value = needed(row, 3, "value");
        double error = limits ? fromLimits(row, value) : needed(row, 4, "standard_error");
        if (error < 0) {
            throw new InvalidArgument("standard_error", "This is below 0. Give 0 or more.");
        }
        return new Quantile((int) rank, population, value, error);
    }

    /** A standard error from a 95 % interval: its width over 2·1.96. */
    private static double fromLimits(Source row, double value) {
        double lower = needed(row, 5, "lower_95");
        double upper = needed(row, 6, "upper_95");
        if (lower > value || value > upper) {
            throw new InvalidArgument("value", "The value is not between its limits. Check them.");
        }
        return (upper - lower) / (2 * Z_95);
    }

    @Override
    void answer(List<Quantile> area, Results to) {
        area.sort(Comparator.comparingInt(Quantile::rank));
        for (int i = 0; i < area.size(); i++) {
            if (area.get(i).rank() != i + 1) {
                throw new InvalidArgument(
                        "quantile",
                        "Quantile " + (i + 1) + " is missing. Give every one from 1 to the last.");
            }
        }
        double[] values = area.stream().mapToDouble(Quantile::value).toArray();
        double[] errors = area.stream().mapToDouble(Quantile::error).toArray();
        SlopeIndex index =
                new SlopeIndex(area.stream().mapToDouble(Quantile::population).toArray());
        SlopeIndex.Indices indices = indices(index, values, errors);
        to.put(0, indices.slope().value()).put(1, indices.ratio().value());
        int next = to.put(2, indices.slope().intervals());
        next = to.put(next, indices.ratio().intervals());
        to.put(next++, area.size());
        if (simulation != null) {
            to.put(next++, simulation.draws()).put(next, simulation.seed());
        }
        if (area.size() > SlopeIndex.USUAL_GROUPS) {
            to.note("Warning: more than 10 quantiles; the line rests on small groups");
        }
    }

    private SlopeIndex.Indices indices(SlopeIndex index, double[] values, double[] errors) {
        if (simulation == null) {
            return index.closed(values, errors, multiplier, kind, confidences);
        }
        drawn += (long) simulation.draws() * values.length;
        if (drawn > MOST_NUMBERS_DRAWN) {
            throw new InvalidInput(
                    "draws",
                    "Draws times quantiles times areas exceed 1,000 million. Ask for fewer draws, or send"
                            + " fewer areas at once.");
        }
        return simulation.of(index, values, errors, multiplier, confidences);
    }
}
