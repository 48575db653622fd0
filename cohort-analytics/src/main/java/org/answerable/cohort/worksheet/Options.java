package org.answerable.cohort.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.cohort.Choice;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.StatisticMethod;
import org.answerable.cohort.statistics.Confidence;
import org.answerable.cohort.statistics.CountInterval;

/** What was asked for beside the table; what was left out has its usual value. */
final class Options {

    private static final int MOST_CONFIDENCES = 10;

    private final StatisticMethod method;
    private final Map<String, String> given;

    /**
     * @throws InvalidInput there is no such option, or not this choice of it
     */
    Options(StatisticMethod method, Map<String, String> given) {
        this.method = method;
        this.given = given;
        for (String name : new TreeSet<>(given.keySet())) {
            if (method.options().stream().noneMatch(option -> option.name().equals(name))) {
                throw new InvalidInput(
                        Faults.shown(name),
                        "There is no such option. The options are: "
                                + method.options().stream()
                                        .map(StatisticMethod.Option::name)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        }
        method.options().stream()
                .filter(option -> !option.choices().isEmpty())
                .forEach(this::check);
    }

    private void check(StatisticMethod.Option option) {
        if (option.choices().stream().noneMatch(c -> c.code().equals(text(option.name())))) {
            throw new InvalidInput(
                    option.name(),
                    "Give one of: "
                            + option.choices().stream()
                                    .map(Choice::code)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    boolean given(String name) {
        return !given.getOrDefault(name, "").isBlank();
    }

    String text(String name) {
        return given(name)
                ? given.get(name).strip()
                : method.options().stream()
                        .filter(option -> option.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .usual();
    }

    boolean is(String name, String value) {
        return text(name).equals(value);
    }

    double number(String name) {
        try {
            double number = NumberText.parse(text(name));
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberText.Unreadable e) {
            // Falls through to the message below.
        }
        throw new InvalidInput(name, "Give a number, for example 1000.");
    }

    long whole(String name) {
        double number = number(name);
        if (number != Math.rint(number)) {
            throw new InvalidInput(name, "Give a whole number.");
        }
        return (long) number;
    }

    /** Levels below 1, in the order asked for. */
    List<Confidence> confidences() {
        List<Confidence> levels = anyConfidences();
        if (levels.stream().anyMatch(Confidence::total)) {
            throw new InvalidInput(
                    "confidence", "Give levels below 1: at 1 this interval has no end.");
        }
        return levels;
    }

    /** Levels up to 1, in the order asked for. */
    List<Confidence> anyConfidences() {
        List<Confidence> levels = new ArrayList<>();
        for (String part : text("confidence").split(",")) {
            levels.add(Confidence.of(confidence(part.strip())));
        }
        if (levels.size() > MOST_CONFIDENCES
                || levels.stream().map(Confidence::suffix).distinct().count() < levels.size()) {
            throw new InvalidInput("confidence", "Give up to 10 levels, each once: 0.95,0.998");
        }
        return levels;
    }

    private static double confidence(String text) {
        try {
            double level = NumberText.parse(text);
            if (!Double.isNaN(level)) {
                return level;
            }
        } catch (NumberText.Unreadable e) {
            // Falls through to the message below.
        }
        throw new InvalidInput("confidence", "Give levels such as 0.95 or 0.95,0.998.");
    }

    /** {@code value,lower_95,upper_95} and so on, each behind a prefix. */
    static List<String> limitNames(String prefix, List<Confidence> confidences) {
        List<String> names = new ArrayList<>();
        for (Confidence confidence : confidences) {
            names.add(prefix + "lower_" + confidence.suffix());
            names.add(prefix + "upper_" + confidence.suffix());
        }
        return names;
    }

    static List<CountInterval> counts(List<Confidence> confidences) {
        return confidences.stream().map(CountInterval::new).toList();
    }
}
