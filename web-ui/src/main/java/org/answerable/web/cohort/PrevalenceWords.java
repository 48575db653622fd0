package org.answerable.web.cohort;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Spread;

/** Entries of the prevalence library in plain English. */
public final class PrevalenceWords {

    private static final int PERCENT_DIGITS = 2;
    private static final double HUNDRED = 100;

    private PrevalenceWords() {}

    /** 23.5%. */
    public static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(PERCENT_DIGITS).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale())).toPlainString() + "%";
    }

    public static String share(Prevalence entry) {
        return entry.share().map(PrevalenceWords::percent).orElse("No share given");
    }

    /** 4.8% to 29.5% in 95 of 100 such populations. */
    public static String range(Prevalence entry) {
        return entry.range95()
                .map(
                        range ->
                                percent(range.low())
                                        + " to "
                                        + percent(range.high())
                                        + " in 95 of 100 such populations")
                .orElseGet(() -> "For reading only: " + whyUnusable(entry));
    }

    /** The same as sentences. */
    public static String rangeInFull(Prevalence entry) {
        return entry.range95()
                .map(
                        range ->
                                "Of 100 populations of this kind, 95 are expected to have a share from "
                                        + percent(range.low())
                                        + " to "
                                        + percent(range.high())
                                        + ". The other 5 lie outside, and nobody can say which they are.")
                .orElseGet(() -> "No estimate can use this entry: " + whyUnusable(entry) + ".");
    }

    private static String whyUnusable(Prevalence entry) {
        if (entry.share().isEmpty()) {
            return "the source gives no share";
        }
        return entry.spread().kind() == Prevalence.Kind.NONE
                ? "how much populations differ is not known"
                : "a share of none or of all leaves no room for populations to differ";
    }

    /** What the range was made from. */
    public static String spread(Prevalence entry) {
        Spread spread = entry.spread();
        return switch (spread.kind()) {
            case EFFECTIVE_SIZE -> "Effective size " + plain(spread.effectiveSize());
            case LOGIT_DEVIATION ->
                    "Standard deviation between studies "
                            + plain(spread.logitDeviation())
                            + " on the logit scale"
                            + effectiveSize(entry);
            case PREDICTION_INTERVAL ->
                    "95% prediction interval "
                            + spread.low().map(PrevalenceWords::percent).orElse("")
                            + " to "
                            + spread.high().map(PrevalenceWords::percent).orElse("")
                            + effectiveSize(entry);
            case NONE -> "Not known";
        };
    }

    private static String effectiveSize(Prevalence entry) {
        return entry.effectiveSize()
                .map(size -> String.format(Locale.UK, ": effective size %.1f", size))
                .orElse("");
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.1f%%", HUNDRED * share);
    }

    /** A number as typed; nothing for none. */
    static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }
}
