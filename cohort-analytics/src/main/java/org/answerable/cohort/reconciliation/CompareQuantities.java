package org.answerable.cohort.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Assumptions;
import org.answerable.cohort.Choice;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Quantities;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.QuantityQuestion;
import org.answerable.cohort.assumption.AssumedInputs;
import org.answerable.cohort.chart.LexisDiagram;
import org.answerable.cohort.conversion.Assumed;
import org.answerable.cohort.conversion.Conversion;
import org.answerable.cohort.conversion.Conversions;
import org.answerable.cohort.conversion.ModelInputs;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.Compatibility;
import org.answerable.cohort.quantity.Compatibility.Verdict;
import org.answerable.cohort.quantity.ConversionName;
import org.answerable.cohort.quantity.GeographyBasis;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Unit;

/** Checks two numbers with the assumptions in force, and says what would be right. */
@ApplicationScoped
public class CompareQuantities implements Quantities {

    private Assumptions assumptions;

    protected CompareQuantities() {}

    @Inject
    public CompareQuantities(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    @Override
    public QuantityAnswer compare(QuantityQuestion question) {
        List<FieldError> errors = new ArrayList<>();
        Operation operation = operation(question.operation(), errors);
        boolean divides = operation.divides() || operation == Operation.TREND;
        Optional<Quantity> first = ReadQuantity.read(question.numerator(), false, errors);
        Optional<Quantity> second = ReadQuantity.read(question.denominator(), divides, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        AssumedInputs assumed = AssumedInputs.read(assumptions.inForce(), question.parameters());
        return answer(operation, first.orElseThrow(), second.orElseThrow(), assumed);
    }

    private static Operation operation(String given, List<FieldError> errors) {
        String name = given == null ? "" : given.strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Operation.COVERAGE;
        }
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseGet(
                        () -> {
                            errors.add(
                                    new FieldError(
                                            "operation",
                                            "Say what is to be computed: "
                                                    + ReadQuantity.names(Operation.values())
                                                    + "."));
                            return Operation.COVERAGE;
                        });
    }

    private static QuantityAnswer answer(
            Operation operation, Quantity first, Quantity second, AssumedInputs assumed) {
        ModelInputs inputs = assumed.inputs();
        Compatibility check = Compatibility.check(operation, first, second, inputs.thresholds());
        List<Conversion> conversions = Conversions.offer(operation, first, second, check, inputs);
        Verdict verdict = check.verdict(possible(conversions));
        Optional<Outcome> result =
                check.isCompatible()
                        ? Optional.of(Outcome.of(operation, first, second, inputs.thresholds()))
                        : Optional.empty();
        Optional<QuantityAnswer.Interval> interval =
                result.flatMap(outcome -> SamplingInterval.of(outcome, first, second));
        List<Assumption> used = used(assumed, conversions);
        Wording wording = new Wording(operation, first, second, check, conversions, used);
        return new QuantityAnswer(
                operation.words(),
                verdict.name(),
                wording.headline(verdict),
                check.reasons().stream().map(Shown::reason).toList(),
                wording.warnings(result),
                result.map(Shown::result),
                interval,
                Shown.overlap(check.overlap()),
                Card.of(first, second),
                conversions.stream().map(Shown::offer).toList(),
                used,
                assumed.changed(),
                wording.paragraph(result, interval),
                LexisDiagram.of(first, second, check.overlap()));
    }

    private static Set<ConversionName> possible(List<Conversion> conversions) {
        return conversions.stream()
                .filter(conversion -> conversion.result().isPresent())
                .map(Conversion::name)
                .collect(Collectors.toSet());
    }

    /** The check itself always rests on the rule of birthdays and on the thresholds. */
    private static List<Assumption> used(AssumedInputs assumed, List<Conversion> conversions) {
        Set<String> ids = new LinkedHashSet<>(List.of(Assumed.BIRTHDAY, Assumed.THRESHOLDS));
        conversions.forEach(conversion -> ids.addAll(conversion.assumptions()));
        return assumed.used().stream().filter(a -> ids.contains(a.id())).toList();
    }

    @Override
    public Map<String, List<Choice>> choices() {
        return Map.of(
                "operation",
                Arrays.stream(Operation.values()).map(o -> choice(o, Shown.title(o))).toList(),
                "unit",
                Arrays.stream(Unit.values())
                        .map(u -> choice(u, Shown.capital(u.plural())))
                        .toList(),
                "rule",
                Arrays.stream(AgeRule.values())
                        .map(r -> choice(r, Shown.capital(r.words())))
                        .toList(),
                "basis",
                Arrays.stream(GeographyBasis.values()).map(b -> choice(b, b.label())).toList(),
                "source",
                List.of(
                        new Choice("gp-registration", "GP registration list"),
                        new Choice("mid-year-estimate", "Mid-year population estimate"),
                        new Choice("service-record", "Service record")));
    }

    private static Choice choice(Enum<?> value, String words) {
        return new Choice(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), words);
    }
}
