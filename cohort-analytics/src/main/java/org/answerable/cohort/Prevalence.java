package org.answerable.cohort;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.cohort.statistics.BetaShare;
import org.answerable.cohort.statistics.EffectiveSize;
import org.answerable.cohort.statistics.InvalidArgument;

/**
 * How common something is in a kind of population, as a study or a policy says: one version of one
 * entry of the library, with where it comes from or that it needs a source.
 *
 * <p>The share of one population is not that of another. An entry that a model may use therefore says
 * how much populations differ: the share is {@code Beta(mκ, (1-m)κ)} with mean m and effective size κ.
 *
 * @param id for example {@code P1}
 * @param version from 1
 * @param measure what is found, for example disorganised attachment
 * @param population in whom
 * @param share from 0 to 1; empty when the source gives none
 * @param spread how much populations differ
 * @param studies how many were pooled; empty when not known
 * @param people how many were studied; empty when not known
 * @param citation where it comes from; empty while it needs a source
 * @param caveat what must be said beside every number made with it; may be empty
 * @param asOf the date for which it is stated
 * @param owner who answers for it
 * @param recordedBy the account that recorded this version
 * @param reason why this version was made
 */
public record Prevalence(
        String id,
        int version,
        String measure,
        String population,
        Optional<BigDecimal> share,
        Spread spread,
        Optional<Integer> studies,
        Optional<Integer> people,
        Optional<String> citation,
        String caveat,
        LocalDate asOf,
        String owner,
        Instant recordedAt,
        String recordedBy,
        String reason) {

    private static final double TAIL = 0.025;

    /** How it is known how much populations differ. */
    public enum Kind {
        /** κ itself. */
        EFFECTIVE_SIZE,
        /** The standard deviation of the logit of the share between studies, τ. */
        LOGIT_DEVIATION,
        /** The range, with 95% chance, of the share of a further population. */
        PREDICTION_INTERVAL,
        /** Not known: the entry is for reading. */
        NONE
    }

    /**
     * How much populations differ; only the numbers of its kind are there.
     *
     * @param effectiveSize κ, above 0
     * @param logitDeviation τ, above 0
     * @param low end of the prediction interval, a share below the entry's
     * @param high end of the prediction interval, a share above the entry's
     */
    public record Spread(
            Kind kind,
            Optional<BigDecimal> effectiveSize,
            Optional<BigDecimal> logitDeviation,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high) {

        public static Spread none() {
            return new Spread(
                    Kind.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Two shares. */
    public record Range(double low, double high) {}

    /**
     * κ as given, or from τ or the prediction interval (see {@link EffectiveSize}); empty when the entry
     * does not say enough for one.
     */
    public Optional<Double> effectiveSize() {
        try {
            return switch (spread.kind()) {
                case EFFECTIVE_SIZE -> number(spread.effectiveSize()).filter(size -> size > 0);
                case LOGIT_DEVIATION ->
                        Optional.of(
                                EffectiveSize.ofLogitDeviation(
                                        given(share), given(spread.logitDeviation())));
                case PREDICTION_INTERVAL ->
                        Optional.of(
                                EffectiveSize.ofPredictionInterval(
                                        given(share), given(spread.low()), given(spread.high())));
                case NONE -> Optional.empty();
            };
        } catch (InvalidArgument e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::doubleValue);
    }

    /** No number where none is given, which no formula takes. */
    private static double given(Optional<BigDecimal> number) {
        return number(number).orElse(Double.NaN);
    }

    /**
     * Whether a model may use it: the share is above 0 and below 1, and there is an effective size. A share
     * of exactly 0 or 1 is for reading only: it would say that no population can differ.
     */
    public boolean usable() {
        return share.filter(m -> m.signum() > 0 && m.compareTo(BigDecimal.ONE) < 0).isPresent()
                && effectiveSize().isPresent();
    }

    /**
     * The range in which the share of a further population lies with 95% chance: the 2.5% and 97.5% points
     * of the Beta distribution. Empty for an entry that is not {@link #usable}.
     */
    public Optional<Range> range95() {
        if (!usable()) {
            return Optional.empty();
        }
        BetaShare distribution = new BetaShare(given(share), effectiveSize().orElseThrow());
        return Optional.of(new Range(distribution.quantile(TAIL), distribution.quantile(1 - TAIL)));
    }

    public boolean needsSource() {
        return citation.isEmpty();
    }

    /** Where it comes from, or that this is not known. */
    public String source() {
        return citation.orElse("needs a source");
    }
}
