package org.answerable.cohort.reconciliation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.answerable.cohort.QuantityAnswer.Part;
import org.answerable.cohort.quantity.BirthDates;
import org.answerable.cohort.quantity.DateInterval;
import org.answerable.cohort.quantity.Quantity;

/** The reconciliation card: the parts of two numbers side by side, in words. */
final class Card {

    private final Quantity first;
    private final Quantity second;
    private final List<Part> parts = new ArrayList<>();

    private Card(Quantity first, Quantity second) {
        this.first = first;
        this.second = second;
    }

    static List<Part> of(Quantity first, Quantity second) {
        return new Card(first, second).parts();
    }

    private List<Part> parts() {
        if (!first.label().isEmpty() || !second.label().isEmpty()) {
            add("Called", q -> q.label().isEmpty() ? "Not said" : q.label(), q -> "");
        }
        add("Number", q -> q.value().inWords(), q -> "");
        add("What is counted", q -> Shown.capital(q.unit().plural()));
        add("When", q -> Shown.capital(q.time().inWords()));
        add("Ages", q -> Shown.capital(q.age().band().label()));
        add("Age taken", q -> Shown.capital(q.age().rule().words()));
        add("Whose age", q -> Shown.capital(q.age().whose().words()));
        add("Born", Card::births);
        add("Source", q -> Shown.capital(q.source().inWords()));
        add("Counted because", q -> q.geography().basis().label());
        add("Area", q -> q.geography().area());
        if (!first.geography().vintage().isEmpty() || !second.geography().vintage().isEmpty()) {
            add("Boundaries", q -> orNotSaid(q.geography().vintage()));
        }
        if (first.rounding().isRounded() || second.rounding().isRounded()) {
            add(
                    "Rounded",
                    q -> q.rounding().isRounded() ? "To the nearest " + q.rounding().base() : "No");
        }
        return parts;
    }

    private static String orNotSaid(String text) {
        return text.isEmpty() ? "Not said" : text;
    }

    private static String births(Quantity quantity) {
        DateInterval births = BirthDates.of(quantity.time(), quantity.age());
        DateTimeFormatter words = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
        return words.format(births.first()) + " to " + words.format(births.last());
    }

    private void add(String name, Function<Quantity, String> words) {
        add(name, words, words);
    }

    /**
     * @param compared what must not differ; the same text for what may
     */
    private void add(
            String name, Function<Quantity, String> words, Function<Quantity, String> compared) {
        boolean differs = !compared.apply(first).equalsIgnoreCase(compared.apply(second));
        parts.add(new Part(name, words.apply(first), words.apply(second), differs));
    }
}
