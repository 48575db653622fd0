package org.answerable.cohort.assumption;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Assumption.Part;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.conversion.Assumed;
import org.answerable.cohort.conversion.BirthsModel;
import org.answerable.cohort.conversion.ModelInputs;
import org.answerable.cohort.conversion.SiblingGaps;
import org.answerable.cohort.conversion.SourceRatio;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Thresholds;

/**
 * The inputs of the model, read from the assumptions in force and what a question gives in their
 * place.
 *
 * @param inputs for the conversions
 * @param used the assumptions with the numbers that were used
 * @param changed ids of those whose numbers the question gave
 */
public record AssumedInputs(ModelInputs inputs, List<Assumption> used, List<String> changed) {

    private static final String YEAR = "year";

    /**
     * @param parameters numbers to use in place of the kept ones, by {@code A4.within24}
     * @throws InvalidInput a number is unknown, missing, out of its bounds or contradicts the others
     */
    public static AssumedInputs read(List<Assumption> inForce, Map<String, String> parameters) {
        Map<String, Assumption> used = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>(parameters);
        for (Assumption kept : inForce) {
            Assumption with = PartNumbers.replace(kept, kept.id() + ".", open, errors);
            used.put(kept.id(), with);
            if (!with.equals(kept)) {
                changed.add(kept.id());
            }
        }
        open.keySet()
                .forEach(
                        name ->
                                errors.add(
                                        new FieldError(
                                                name,
                                                "No assumption has a number called "
                                                        + name
                                                        + ". The page of assumptions lists them.")));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        Map<String, Assumption> kept = new LinkedHashMap<>();
        inForce.forEach(assumption -> kept.put(assumption.id(), assumption));
        return new AssumedInputs(inputs(used, kept), List.copyOf(used.values()), changed);
    }

    private static ModelInputs inputs(Map<String, Assumption> used, Map<String, Assumption> kept) {
        Assumption maternities = used.get(Assumed.MATERNITIES);
        BirthsModel births =
                new BirthsModel(
                        range(maternities, "maternities"),
                        range(used.get(Assumed.CHILDREN_PER_MATERNITY), "children"),
                        gaps(used.get(Assumed.SIBLING_GAPS)),
                        gapFactor(kept.get(Assumed.SIBLING_GAPS)),
                        range(used.get(Assumed.MOVING_IN), "families"),
                        yearly(maternities));
        return new ModelInputs(births, ratios(used), thresholds(used.get(Assumed.THRESHOLDS)));
    }

    /** The number with its range; a number outside the range widens it. */
    private static Range range(Assumption assumption, String name) {
        double central = number(assumption, name);
        double low = assumption.low().map(BigDecimal::doubleValue).orElse(central);
        double high = assumption.high().map(BigDecimal::doubleValue).orElse(central);
        return new Range(Math.min(low, central), central, Math.max(high, central));
    }

    private static SiblingGaps gaps(Assumption assumption) {
        List<Double> shares = new ArrayList<>();
        for (Part part : assumption.parts()) {
            double share = number(assumption, part.name());
            if (!shares.isEmpty() && share < shares.get(shares.size() - 1)) {
                throw new InvalidInput(
                        assumption.id() + "." + part.name(),
                        "The share with another birth cannot fall with time: give at least "
                                + shares.get(shares.size() - 1)
                                + ".");
            }
            shares.add(share);
        }
        return new SiblingGaps(shares);
    }

    /** The kept range is about the kept table; for another table or time it is scaled. */
    private static Range gapFactor(Assumption assumption) {
        SiblingGaps table = gaps(assumption);
        double central = table.expectedYears(table.reach());
        double low = assumption.low().map(BigDecimal::doubleValue).orElse(central);
        double high = assumption.high().map(BigDecimal::doubleValue).orElse(central);
        if (low > central || high < central) {
            throw new InvalidInput(
                    assumption.id() + ".low",
                    "The range must hold the mean years that the table gives, %.2f."
                            .formatted(central));
        }
        return new Range(low / central, 1, high / central);
    }

    private static List<Double> yearly(Assumption maternities) {
        return maternities.parts().stream()
                .filter(part -> part.name().startsWith(YEAR))
                .sorted(Comparator.comparing(Part::name))
                .map(Part::number)
                .takeWhile(Optional::isPresent)
                .map(number -> number.get().doubleValue())
                .toList();
    }

    private static List<SourceRatio> ratios(Map<String, Assumption> used) {
        List<SourceRatio> ratios = new ArrayList<>();
        ratio(used.get(Assumed.NHAIS_TO_PDS), "nhais", "pds").ifPresent(ratios::add);
        ratio(used.get(Assumed.ESTIMATE_TO_REGISTERED), "mid-year-estimate", "gp-registration")
                .ifPresent(ratios::add);
        return ratios;
    }

    private static Optional<SourceRatio> ratio(Assumption assumption, String from, String to) {
        return assumption.parts().stream()
                        .anyMatch(part -> part.name().equals("ratio") && part.number().isPresent())
                ? Optional.of(
                        new SourceRatio(assumption.id(), from, to, range(assumption, "ratio")))
                : Optional.empty();
    }

    private static Thresholds thresholds(Assumption assumption) {
        double refuse = number(assumption, "refuseBelow");
        double warn = number(assumption, "warnBelow");
        if (refuse > warn) {
            throw new InvalidInput(
                    assumption.id() + ".refuseBelow",
                    "Refuse below a share that is not above the one that warns.");
        }
        return new Thresholds(refuse, warn, number(assumption, "smallBases"));
    }

    private static double number(Assumption assumption, String name) {
        return assumption.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .flatMap(Part::number)
                .map(BigDecimal::doubleValue)
                .orElseThrow(
                        () ->
                                new InvalidInput(
                                        assumption.id() + "." + name,
                                        "This number is needed: give one."));
    }
}
