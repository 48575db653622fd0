package org.answerable.cohort.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.cohort.conversion.Conversion;
import org.answerable.cohort.quantity.Code;
import org.answerable.cohort.quantity.Compatibility;
import org.answerable.cohort.quantity.Compatibility.Verdict;
import org.answerable.cohort.quantity.Operation;
import org.answerable.cohort.quantity.Outcome;
import org.answerable.cohort.quantity.Quantity;
import org.answerable.cohort.quantity.Range;
import org.answerable.cohort.quantity.Reason;
import org.answerable.cohort.quantity.Value;

/** The verdict and the result in plain English, for a page and for an answer. */
final class Wording {

    private final Operation operation;
    private final Quantity first;
    private final Quantity second;
    private final Compatibility check;
    private final List<Conversion> conversions;
    private final List<Assumption> used;

    Wording(
            Operation operation,
            Quantity first,
            Quantity second,
            Compatibility check,
            List<Conversion> conversions,
            List<Assumption> used) {
        this.operation = operation;
        this.first = first;
        this.second = second;
        this.check = check;
        this.conversions = conversions;
        this.used = used;
    }

    String headline(Verdict verdict) {
        if (check.codes().equals(Set.of(Code.Z1))) {
            return "There is no count to work with";
        }
        return switch (verdict) {
            case COMPATIBLE -> "These numbers go together";
            case CONVERTIBLE -> "Not as they stand, but they can be converted";
            case REFUSED -> "These numbers do not go together";
        };
    }

    List<String> warnings(Optional<Outcome> result) {
        List<String> warnings = new ArrayList<>(check.warnings());
        if (result.filter(Outcome::isMoreThanTheWhole).isPresent()) {
            warnings.add(
                    "The "
                            + operation.words()
                            + " is above 100%, which cannot be: one of the definitions is wrong.");
        }
        return warnings;
    }

    String paragraph(Optional<Outcome> result, Optional<QuantityAnswer.Interval> interval) {
        if (result.isPresent()) {
            return compatible(result.get(), interval);
        }
        if (check.has(Code.Z1)) {
            return unknown();
        }
        return conversions.stream()
                .filter(conversion -> conversion.outcome().isPresent())
                .findFirst()
                .map(this::converted)
                .orElseGet(this::refused);
    }

    private String compatible(Outcome outcome, Optional<QuantityAnswer.Interval> interval) {
        return sentences(
                Shown.capital(outcome.words())
                        + interval.map(i -> " (" + i.words() + ")").orElse("")
                        + ".",
                "First number: " + first.inWords() + ".",
                "Second number: " + second.inWords() + ".",
                String.join(" ", check.warnings()));
    }

    /** No arithmetic and no interval: the words of what is not a count. */
    private String unknown() {
        List<String> parts = new ArrayList<>();
        for (Quantity q : List.of(first, second)) {
            parts.add(described(q));
            if (q.value() instanceof Value.StructuralZero) {
                parts.add(
                        "This zero is not the result of a sample: it could not be otherwise, and so it"
                                + " has no range.");
            }
        }
        parts.add("No " + operation.words() + " is computed from this.");
        return sentences(parts.toArray(String[]::new));
    }

    private static String described(Quantity q) {
        return Shown.capital(q.unit().plural())
                + " "
                + q.age().inWords()
                + ", "
                + q.time().inWords()
                + ": "
                + q.value().inWords()
                + ".";
    }

    private String converted(Conversion conversion) {
        Quantity result = conversion.result().orElseThrow();
        Outcome outcome = conversion.outcome().orElseThrow();
        Quantity kept = conversion.replaces().orElseThrow() == first ? second : first;
        return sentences(
                about(outcome, result),
                "It sets "
                        + kept.inWords()
                        + " against "
                        + Shown.number(result).words()
                        + ", "
                        + result.time().inWords()
                        + ", which are modelled and were not counted.",
                isNot(),
                assumptions(conversion));
    }

    private String about(Outcome outcome, Quantity result) {
        Range range = outcome.range();
        if (!operation.isPartOfWhole()) {
            return Shown.capital(outcome.words()) + ", modelled.";
        }
        return range.isExact()
                ? String.format(
                        Locale.UK,
                        "%.1f%%, once both numbers count %s of the same ages.",
                        100 * range.central(),
                        result.unit().plural())
                : String.format(
                        Locale.UK,
                        "About %.0f%%, modelled; between %.0f%% and %.0f%% if every input is at its"
                                + " least or most favourable end at once.",
                        100 * range.central(),
                        100 * range.low(),
                        100 * range.high());
    }

    private String isNot() {
        return "It is not "
                + first.value().inWords()
                + " divided by "
                + second.value().inWords()
                + ": "
                + briefly()
                + ".";
    }

    private String briefly() {
        Set<String> parts =
                check.reasons().stream()
                        .map(reason -> brief(reason.code()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return "those two differ in " + listed(List.copyOf(parts));
    }

    private static String brief(Code code) {
        return switch (code) {
            case U1, T2, D1 -> "what they count";
            case T1, T3, T4 -> "the time they are about";
            case A1 -> "the ages";
            case A2 -> "the moment at which the age is taken";
            case A3 -> "whose age it is";
            case S1 -> "their source";
            case G1, G2 -> "how people are put into the area";
            case O1 -> "the births behind them";
            case R1 -> "how far they are rounded";
            case P1, Z1 -> "";
        };
    }

    private static String listed(List<String> parts) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? "what they mean" : parts.get(0);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1))
                + " and "
                + parts.get(parts.size() - 1);
    }

    private String assumptions(Conversion conversion) {
        String told =
                used.stream()
                        .filter(a -> conversion.assumptions().contains(a.id()))
                        .map(
                                a ->
                                        a.id()
                                                + " version "
                                                + a.version()
                                                + " ("
                                                + a.source()
                                                + "): "
                                                + a.statement()
                                                + numbers(a))
                        .collect(Collectors.joining(" "));
        return told.isEmpty() ? "" : "Assumptions: " + told;
    }

    private static String numbers(Assumption assumption) {
        String numbers =
                assumption.parts().stream()
                        .filter(part -> part.number().isPresent())
                        .map(Assumption.Part::text)
                        .collect(Collectors.joining("; "));
        return numbers.isEmpty() ? "" : " [" + numbers + "]";
    }

    private String refused() {
        return sentences(
                "No " + operation.words() + " can be worked out from these two numbers.",
                check.reasons().stream().map(Reason::sentence).collect(Collectors.joining(" ")));
    }

    private static String sentences(String... parts) {
        return List.of(parts).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
