package org.answerable.cohort.prevalence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalence.Kind;
import org.answerable.cohort.Prevalence.Spread;
import org.answerable.cohort.PrevalenceRevision;
import org.answerable.cohort.input.TypedFields;
import org.answerable.cohort.statistics.EffectiveSize;
import org.answerable.cohort.statistics.InvalidArgument;

/** What was typed for an entry, read and checked as a whole. */
final class TypedPrevalence {

    private static final int MOST_TEXT = 300;
    private static final int MOST_LONG_TEXT = 1200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_SIZE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST_DEVIATION = BigDecimal.TEN;
    private static final String UNUSED =
            "This is not used with the choice above. Leave it empty, or choose it";

    private final TypedFields fields = new TypedFields();
    private final PrevalenceRevision given;
    private final String measure;
    private final String population;
    private final Optional<BigDecimal> share;
    private final Spread spread;
    private final Optional<Integer> studies;
    private final Optional<Integer> people;
    private final Optional<String> citation;
    private final String caveat;
    private final LocalDate asOf;
    private final String owner;
    private final String reason;
    private final Instant at;
    private final String by;

    private TypedPrevalence(
            PrevalenceRevision given, LocalDate today, LocalDate keptDate, Instant at, String by) {
        this.given = given;
        this.at = at.truncatedTo(ChronoUnit.MILLIS);
        this.by = by;
        measure = fields.needed("measure", given.measure(), MOST_TEXT, "Say what is found");
        population =
                fields.needed(
                        "population", given.population(), MOST_TEXT, "Say in whom it is found");
        share = share("share", given.share());
        spread = spread();
        studies = count("studies", given.studies());
        people = count("people", given.people());
        citation =
                Optional.of(fields.line("citation", given.citation(), MOST_TEXT))
                        .filter(text -> !text.isEmpty());
        caveat = fields.line("caveat", oneLine(given.caveat()), MOST_LONG_TEXT);
        asOf = fields.pastDate("asOf", given.asOf(), today, keptDate);
        owner = fields.needed("owner", given.owner(), MOST_TEXT, "Say who answers for it");
        reason = fields.needed("reason", given.reason(), MOST_TEXT, "Say why this is recorded");
    }

    /**
     * @param keptDate a date that may stay although it is in the future; null for none
     * @throws org.answerable.cohort.InvalidInput with every field at fault
     */
    static TypedPrevalence read(
            PrevalenceRevision given, LocalDate today, LocalDate keptDate, Instant at, String by) {
        TypedPrevalence typed = new TypedPrevalence(given, today, keptDate, at, by);
        typed.fields.insistOnNone();
        return typed;
    }

    Prevalence entry(String id, int version) {
        return new Prevalence(
                id,
                version,
                measure,
                population,
                share,
                spread,
                studies,
                people,
                citation,
                caveat,
                asOf,
                owner,
                at,
                by,
                reason);
    }

    /** A caveat may be typed over several lines; it is one paragraph. */
    private static String oneLine(String text) {
        return TypedFields.stripped(text).replaceAll("\\s*\\R\\s*", " ");
    }

    /** From 0 to 1. A percentage is told as what it would be as a share. */
    private Optional<BigDecimal> share(String field, String typed) {
        String text = TypedFields.stripped(typed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean percent = text.endsWith("%");
        Optional<BigDecimal> number =
                TypedFields.number(percent ? text.replaceFirst("\\s*%$", "") : text)
                        .filter(n -> n.signum() >= 0 && n.compareTo(HUNDRED) <= 0);
        boolean within = number.filter(n -> n.compareTo(BigDecimal.ONE) <= 0).isPresent();
        if (within && !percent) {
            return number;
        }
        fields.error(
                field,
                number.map(TypedPrevalence::asShare)
                        .orElse("Enter a share from 0 to 1, such as 0.15 for 15%"));
        return Optional.empty();
    }

    private static String asShare(BigDecimal percent) {
        BigDecimal plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        BigDecimal share = plain.movePointLeft(2);
        return "Enter a share from 0 to 1: give "
                + share.setScale(Math.max(2, share.scale())).toPlainString()
                + " for "
                + plain.toPlainString()
                + "%";
    }

    private Spread spread() {
        String name = TypedFields.stripped(given.spread());
        Optional<Kind> chosen =
                Arrays.stream(Kind.values()).filter(k -> k.name().equals(name)).findFirst();
        if (chosen.isEmpty()) {
            fields.error("spread", "Choose how it is known how much populations differ");
            return Spread.none();
        }
        Kind kind = chosen.get();
        return checked(
                new Spread(
                        kind,
                        of(Kind.EFFECTIVE_SIZE, kind, "effectiveSize", given.effectiveSize()),
                        of(Kind.LOGIT_DEVIATION, kind, "logitDeviation", given.logitDeviation()),
                        of(Kind.PREDICTION_INTERVAL, kind, "low", given.low()),
                        of(Kind.PREDICTION_INTERVAL, kind, "high", given.high())));
    }

    private Optional<BigDecimal> of(Kind needing, Kind chosen, String field, String typed) {
        String text = TypedFields.stripped(typed);
        if (needing != chosen) {
            if (!text.isEmpty()) {
                fields.error(field, UNUSED);
            }
            return Optional.empty();
        }
        return switch (needing) {
            case EFFECTIVE_SIZE -> aboveZero(field, text, MOST_SIZE);
            case LOGIT_DEVIATION -> aboveZero(field, text, MOST_DEVIATION);
            default -> {
                if (text.isEmpty()) {
                    fields.error(
                            field, "Enter this end as a share from 0 to 1, such as 0.15 for 15%");
                }
                yield share(field, text);
            }
        };
    }

    private Optional<BigDecimal> aboveZero(String field, String text, BigDecimal most) {
        Optional<BigDecimal> number =
                TypedFields.number(text).filter(n -> n.signum() > 0 && n.compareTo(most) <= 0);
        if (number.isEmpty()) {
            fields.error(
                    field,
                    "Enter a number above 0, at most "
                            + String.format(Locale.UK, "%,d", most.intValue()));
        }
        return number;
    }

    /** Whether an effective size comes of the share and its spread; its faults are told at their fields. */
    private Spread checked(Spread read) {
        boolean needsShare =
                read.kind() == Kind.LOGIT_DEVIATION || read.kind() == Kind.PREDICTION_INTERVAL;
        if (!needsShare) {
            return read;
        }
        if (share.isEmpty()) {
            if (TypedFields.stripped(given.share()).isEmpty()) {
                fields.error(
                        "share",
                        "Enter the share: this way of giving the spread is around a share");
            }
            return read;
        }
        double mean = share.get().doubleValue();
        try {
            if (read.logitDeviation().isPresent()) {
                EffectiveSize.ofLogitDeviation(mean, read.logitDeviation().get().doubleValue());
            } else if (read.low().isPresent() && read.high().isPresent()) {
                EffectiveSize.ofPredictionInterval(
                        mean, read.low().get().doubleValue(), read.high().get().doubleValue());
            }
        } catch (InvalidArgument invalid) {
            fields.error(field(invalid, read.kind()), message(invalid));
        }
        return read;
    }

    private static String field(InvalidArgument invalid, Kind kind) {
        return switch (invalid.argument()) {
            case "mean" -> "share";
            case "deviation" -> kind == Kind.LOGIT_DEVIATION ? "logitDeviation" : "high";
            default -> invalid.argument();
        };
    }

    private static String message(InvalidArgument invalid) {
        return invalid.fault().replaceFirst("\\.$", "");
    }

    private Optional<Integer> count(String field, String typed) {
        String text = TypedFields.stripped(typed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number =
                TypedFields.number(text)
                        .filter(n -> n.signum() > 0 && n.stripTrailingZeros().scale() <= 0)
                        .filter(n -> n.compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0);
        if (number.isEmpty()) {
            fields.error(field, "Enter a whole number from 1, or leave it empty");
        }
        return number.map(BigDecimal::intValueExact);
    }
}
