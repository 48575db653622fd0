package org.answerable.cohort.statistics;

import java.util.OptionalInt;

/**
 * Composite estimates for small areas (Fay and Herriot, JASA 1979;74:269). In area i a survey gives {@code
 * y = θ + e} with the known sampling variance ψ of e; {@code θ = x'β + u}, where the u of the areas have the
 * variance σ². The composite weighs the two: {@code θ̂ = γy + (1-γ)x'β̂}, {@code γ = σ²/(σ²+ψ)}.
 *
 * <p>β̂ is weighted least squares with the weights 1/(σ²+ψ). σ² has the greatest restricted likelihood
 * (REML): {@code -½(Σ log(σ²+ψ) + log|X'V⁻¹X| + y'Py)}, which may have several peaks. It is looked for
 * within [0, B], {@code B = max(ψ, 2·RSS/(m-p))}, beyond which the likelihood falls: at 0 and at points of
 * equal ratio, then by halving around the best of them. No start, no draws: the same areas give the same
 * result. At σ² = 0 the survey shows no difference beyond sampling and every estimate is x'β̂.
 *
 * <p>The mean squared error is {@code g1 + g2 + 2·g3} (Prasad and Rao, JASA 1990;85:163; for REML Datta and
 * Lahiri, Statistica Sinica 2000;10:613): {@code g1 = γψ}, {@code g2 = (1-γ)² x'(X'V⁻¹X)⁻¹x}, {@code g3 =
 * ψ²/(σ²+ψ)³ · 2/Σ(σ²+ψ)⁻²}. It is an approximation for many areas. An area without a survey value has the
 * synthetic estimate x'β̂, with {@code σ² + x'(X'V⁻¹X)⁻¹x}.
 */
public final class FayHerriot {

    /** The most covariates, the intercept not counted. */
    public static final int MOST_COVARIATES = 5;

    private static final double DEPENDENT = 1e-10;
    private static final double LEAST_PIVOT = 1e-14;
    private static final int POINTS_A_DECADE = 5;
    private static final double LOWEST_OF_VARIANCES = 1e-4;
    private static final double LOWEST_OF_BOUND = 1e-16;
    private static final double PRECISION = 1e-14;
    private static final int MOST_HALVINGS = 200;

    /**
     * The estimate of one area.
     *
     * @param value θ̂, on the scale of the survey's values
     * @param meanSquaredError of it
     * @param synthetic x'β̂
     * @param weight γ of the survey's value; 0 without one
     */
    public record AreaEstimate(
            double value, double meanSquaredError, double synthetic, double weight) {}

    private final double[] values;
    private final double[] variances;
    private final Scale scale;
    private final double[][] design;
    private final double variance;
    private final double[] scaledCoefficients;
    private final Cholesky information;
    private final double varianceOfVariance;

    /**
     * Fits the model to the areas that have a survey value.
     *
     * @param values y of each area
     * @param variances ψ of each area, the squares of the standard errors
     * @param covariates x of each area without the intercept, which is added; all of one length, 0 to 5
     * @throws InvalidArgument {@code value}, {@code standard_error} or {@code covariates} of an area cannot
     *     be used, the covariates depend on each other, or there are fewer than covariates + 2 areas
     */
    public FayHerriot(double[] values, double[] variances, double[][] covariates) {
        check(values, variances, covariates);
        this.values = values.clone();
        this.variances = variances.clone();
        OptionalInt dependent = dependent(covariates);
        if (dependent.isPresent()) {
            throw new InvalidArgument(
                    "covariates",
                    "Covariate "
                            + (dependent.getAsInt() + 1)
                            + " is the same in all areas, or follows from those before it. Leave it out.");
        }
        scale = new Scale(covariates);
        design = scale.rows(covariates);
        variance = mostLikely();
        Fit fit = new Fit(variance);
        scaledCoefficients = fit.coefficients;
        information = fit.information;
        double squares = 0;
        for (double psi : variances) {
            squares += 1 / ((variance + psi) * (variance + psi));
        }
        varianceOfVariance = 2 / squares;
    }

    private static void check(double[] values, double[] variances, double[][] covariates) {
        if (variances.length != values.length || covariates.length != values.length) {
            throw new InvalidArgument(
                    "value",
                    "Give one value, one standard error and one set of covariates an area.");
        }
        int width = values.length == 0 ? 0 : covariates[0].length;
        if (width > MOST_COVARIATES) {
            throw new InvalidArgument(
                    "covariates",
                    "Give at most " + MOST_COVARIATES + " covariates. Found: " + width);
        }
        int needed = width + 2;
        if (values.length < needed) {
            throw new InvalidArgument(
                    "value",
                    "With so many covariates ("
                            + width
                            + ") at least "
                            + needed
                            + " areas need a value with its standard error. Found: "
                            + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            InvalidArgument.finite("value", values[i]);
            InvalidArgument.aboveZero("standard_error", variances[i]);
            covariates(covariates[i], width);
        }
    }

    private static void covariates(double[] covariates, int width) {
        if (covariates.length != width) {
            throw new InvalidArgument("covariates", "Give the same covariates for every area.");
        }
        for (double x : covariates) {
            InvalidArgument.finite("covariates", x);
        }
    }

    /**
     * The first covariate that is the same in all areas or follows from those before it, from 0; none when
     * they can be told apart.
     */
    public static OptionalInt dependent(double[][] covariates) {
        Scale scale = new Scale(covariates);
        int size = scale.size();
        double[][] gram = new double[size][size];
        for (double[] row : scale.rows(covariates)) {
            addSquare(gram, row, 1);
        }
        int found = new Cholesky(gram, DEPENDENT).dependent();
        return found <= 0 ? OptionalInt.empty() : OptionalInt.of(found - 1);
    }

    /** σ²: how much the areas differ beyond what the covariates and sampling explain. */
    public double variance() {
        return variance;
    }

    /** β̂: the intercept, then one for each covariate. */
    public double[] coefficients() {
        return scale.unscaled(scaledCoefficients);
    }

    /** The composite estimate of one of the areas that the model was fitted to, by its place. */
    public AreaEstimate composite(int area) {
        double psi = variances[area];
        double total = variance + psi;
        double gamma = variance / total;
        double rest = psi / total;
        double synthetic = product(design[area], scaledCoefficients);
        double g1 = gamma * psi;
        double g2 = rest * rest * information.quadratic(design[area]);
        double g3 = rest * rest / total * varianceOfVariance;
        return new AreaEstimate(
                gamma * values[area] + rest * synthetic, g1 + g2 + 2 * g3, synthetic, gamma);
    }

    /**
     * The synthetic estimate of an area that has no survey value.
     *
     * @throws InvalidArgument {@code covariates} are not as many as fitted, or not numbers
     */
    public AreaEstimate synthetic(double... covariates) {
        covariates(covariates, scale.size() - 1);
        double[] row = scale.row(covariates);
        double value = product(row, scaledCoefficients);
        return new AreaEstimate(value, variance + information.quadratic(row), value, 0);
    }

    /**
     * The estimates multiplied by one factor so that, times the weights, they add up to a published total
     * (ratio benchmarking).
     *
     * @param weights of the areas, such as their populations where the estimates are shares; 0 or more
     * @throws InvalidArgument {@code weight} is below 0; {@code total} is no number, or the estimates add
     *     up to nothing or to the other sign, so that no factor above 0 leads to it
     */
    public static double[] benchmarked(double[] estimates, double[] weights, double total) {
        InvalidArgument.finite("total", total);
        double sum = 0;
        for (int i = 0; i < estimates.length; i++) {
            sum += InvalidArgument.atLeastZero("weight", weights[i]) * estimates[i];
        }
        double factor = total / sum;
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new InvalidArgument(
                    "total",
                    "The estimates times their weights add up to "
                            + sum
                            + ". No factor above 0 leads from there to this total.");
        }
        double[] scaled = new double[estimates.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = estimates[i] * factor;
        }
        return scaled;
    }

    private double mostLikely() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double psi : variances) {
            least = Math.min(least, psi);
            most = Math.max(most, psi);
        }
        double bound = Math.max(most, 2 * residualVariance());
        double first = Math.max(least * LOWEST_OF_VARIANCES, bound * LOWEST_OF_BOUND);
        if (!(first > Double.MIN_NORMAL && Double.isFinite(bound))) {
            throw new InvalidArgument(
                    "value",
                    "Values or standard errors are too large or too small to be computed with. Give them"
                            + " in another unit.");
        }
        int steps = (int) Math.ceil(POINTS_A_DECADE * Math.log10(bound / first));
        double[] points = new double[steps + 2];
        for (int i = 0; i <= steps; i++) {
            points[i + 1] = first * Math.pow(bound / first, (double) i / steps);
        }
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            double likelihood = new Fit(points[i]).logLikelihood;
            if (likelihood > greatest) {
                greatest = likelihood;
                best = i;
            }
        }
        boolean rising = new Fit(points[best]).score() > 0;
        if (!rising && best == 0) {
            return 0;
        }
        int next = Math.min(best + 1, points.length - 1);
        return rising ? peak(points[best], points[next]) : peak(points[best - 1], points[best]);
    }

    /** Where the likelihood turns from rising to falling. */
    private double peak(double rising, double falling) {
        double low = rising;
        double high = falling;
        for (int i = 0; i < MOST_HALVINGS && high - low > PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (new Fit(middle).score() > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** RSS/(m-p) of least squares without weights. */
    private double residualVariance() {
        int size = scale.size();
        double[][] gram = new double[size][size];
        double[] moments = new double[size];
        for (int i = 0; i < values.length; i++) {
            addSquare(gram, design[i], 1);
            add(moments, design[i], values[i]);
        }
        double[] coefficients = new Cholesky(gram, LEAST_PIVOT).solve(moments);
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double residual = values[i] - product(design[i], coefficients);
            squares += residual * residual;
        }
        return squares / (values.length - size);
    }

    /** Weighted least squares at one σ², and how likely that σ² is. */
    private final class Fit {

        private final double at;
        private final Cholesky information;
        private final double[] coefficients;
        private final double logLikelihood;

        Fit(double at) {
            this.at = at;
            int size = scale.size();
            double[][] weighted = new double[size][size];
            double[] moments = new double[size];
            double logs = 0;
            for (int i = 0; i < values.length; i++) {
                double weight = 1 / (at + variances[i]);
                addSquare(weighted, design[i], weight);
                add(moments, design[i], weight * values[i]);
                logs -= Math.log(weight);
            }
            information = new Cholesky(weighted, LEAST_PIVOT);
            if (information.dependent() >= 0) {
                throw new InvalidArgument(
                        "standard_error",
                        "The standard errors differ so much that a few areas decide everything and the"
                                + " covariates cannot be told apart. Leave out covariates, or those areas.");
            }
            coefficients = information.solve(moments);
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                double residual = values[i] - product(design[i], coefficients);
                squares += residual * residual / (at + variances[i]);
            }
            logLikelihood = -(logs + information.logDeterminant() + squares) / 2;
        }

        /** The slope of the likelihood: {@code ½(y'PPy - tr P)}. */
        double score() {
            int size = scale.size();
            double[][] twice = new double[size][size];
            double trace = 0;
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                double weight = 1 / (at + variances[i]);
                double residual = weight * (values[i] - product(design[i], coefficients));
                addSquare(twice, design[i], weight * weight);
                trace += weight;
                squares += residual * residual;
            }
            return (squares - (trace - information.traceOfSolved(twice))) / 2;
        }
    }

    /**
     * The covariates behind an intercept, each moved and stretched to mean 0 and deviation 1, so that their
     * units do not matter to the arithmetic.
     */
    private static final class Scale {

        private final double[] means;
        private final double[] deviations;

        Scale(double[][] covariates) {
            int width = covariates.length == 0 ? 0 : covariates[0].length;
            means = new double[width];
            deviations = new double[width];
            for (double[] row : covariates) {
                for (int k = 0; k < width; k++) {
                    means[k] += row[k] / covariates.length;
                }
            }
            for (double[] row : covariates) {
                for (int k = 0; k < width; k++) {
                    double distance = row[k] - means[k];
                    deviations[k] += distance * distance / covariates.length;
                }
            }
            for (int k = 0; k < width; k++) {
                double deviation = Math.sqrt(deviations[k]);
                // What rounding alone makes of equal numbers is no deviation.
                boolean real = deviation > DEPENDENT * Math.abs(means[k]);
                deviations[k] = real ? deviation : Double.POSITIVE_INFINITY;
            }
        }

        /** With the intercept. */
        int size() {
            return means.length + 1;
        }

        double[] row(double[] covariates) {
            double[] row = new double[size()];
            row[0] = 1;
            for (int k = 0; k < means.length; k++) {
                row[k + 1] = (covariates[k] - means[k]) / deviations[k];
            }
            return row;
        }

        double[][] rows(double[][] covariates) {
            double[][] rows = new double[covariates.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = row(covariates[i]);
            }
            return rows;
        }

        double[] unscaled(double[] coefficients) {
            double[] unscaled = coefficients.clone();
            for (int k = 0; k < means.length; k++) {
                unscaled[k + 1] = coefficients[k + 1] / deviations[k];
                unscaled[0] -= unscaled[k + 1] * means[k];
            }
            return unscaled;
        }
    }

    /** Adds {@code weight·row·rowᵀ}. */
    private static void addSquare(double[][] matrix, double[] row, double weight) {
        for (int i = 0; i < row.length; i++) {
            double weighted = weight * row[i];
            for (int j = 0; j < row.length; j++) {
                matrix[i][j] += weighted * row[j];
            }
        }
    }

    private static void add(double[] sum, double[] row, double weight) {
        for (int i = 0; i < row.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }
}
