package org.answerable.cohort.definition;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Unit;

/** A definition in plain English. "0-2" is never written: the ages are named. */
public final class DefinitionWording {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int MOST_NAMED = 6;

    private final CheckedDefinition d;

    public DefinitionWording(CheckedDefinition definition) {
        this.d = definition;
    }

    /** The whole definition as one sentence. */
    public String sentence() {
        StringBuilder words = new StringBuilder(population());
        List<Contact> events = d.definition().events();
        for (int i = 0; i < events.size(); i++) {
            words.append(i == 0 ? ", who had " : " and ").append(contacts(events.get(i)));
        }
        List<Contact> exclusions = d.definition().exclusions();
        for (int i = 0; i < exclusions.size(); i++) {
            words.append(i == 0 ? ", leaving out those who had " : " or ")
                    .append(contacts(exclusions.get(i)));
        }
        return words.append('.').toString();
    }

    /** The share of the population that the cohort is. */
    public String share() {
        List<String> had = new ArrayList<>();
        d.definition().events().forEach(c -> had.add("had " + contacts(c)));
        d.definition().exclusions().forEach(c -> had.add("had not " + contacts(c)));
        String population = population();
        return "Of all "
                + population.substring(0, 1).toLowerCase(Locale.UK)
                + population.substring(1)
                + ": the share who "
                + String.join(" and ", had)
                + ".";
    }

    /** The unit, age, place and time, without the conditions on contacts. */
    public String population() {
        boolean family = d.unit() == Unit.FAMILY;
        return (family ? "Families" : "Children")
                + " registered with a GP practice "
                + place()
                + time()
                + (family ? ", with a child " : ", ")
                + d.age().label()
                + " "
                + ageWhen();
    }

    /** One sentence for each step of the attrition, as {@code CohortSql.steps} counts them. */
    List<String> steps() {
        List<String> steps = new ArrayList<>();
        boolean family = d.unit() == Unit.FAMILY;
        steps.add(family ? "Families in the extract" : "Children in the extract");
        steps.add("Registered" + time());
        steps.add((family ? "With a child " : "") + d.age().label() + " " + ageWhen());
        if (!d.definition().areas().isEmpty()) {
            steps.add("Living" + place().replaceFirst("^", " "));
        }
        d.definition().events().forEach(c -> steps.add("Had " + contacts(c)));
        d.definition().exclusions().forEach(c -> steps.add("Had not " + contacts(c)));
        return steps.stream().map(DefinitionWording::capital).toList();
    }

    /** When, to follow a noun: {@code on 2 April 2024}. */
    public String when() {
        return time().strip();
    }

    /** A half-open window in words. */
    public static String period(LocalDate from, LocalDate to) {
        return DAY.format(from) + " to " + DAY.format(to.minusDays(1));
    }

    private String ageWhen() {
        return switch (d.ageRule()) {
            case AT_SNAPSHOT -> "on that day";
            case AT_WINDOW_START -> "on the first day of that period";
            case EVER_IN_WINDOW -> "at some time in that period";
            case AT_EVENT -> "at the contact";
        };
    }

    private String place() {
        List<String> areas = d.definition().areas();
        if (areas.isEmpty()) {
            return "anywhere in the extract";
        }
        return areas.size() <= MOST_NAMED
                ? "in " + list(areas, "or")
                : "in one of " + areas.size() + " areas";
    }

    private String time() {
        return d.definition().time().snapshot() != null
                ? " on " + DAY.format(d.start())
                : " at some time " + window(d.start(), d.end());
    }

    private String contacts(Contact c) {
        StringBuilder words =
                new StringBuilder(
                        c.atLeast() == 1
                                ? "at least one contact"
                                : "at least " + c.atLeast() + " contacts");
        if (!c.services().isEmpty()) {
            words.append(" with ").append(list(c.services(), "or"));
        }
        if (!c.modes().isEmpty()) {
            words.append(" by ").append(list(c.modes(), "or"));
        }
        words.append(' ')
                .append(c.from() == null ? "in that period" : window(d.start(c), d.end(c)));
        MonthBand age = d.age(c);
        if (age != null && (c.ageFrom() != null || d.ageRule() != AgeRule.AT_EVENT)) {
            words.append(" while a child was ").append(age.label());
        }
        return words.toString();
    }

    private static String window(LocalDate from, LocalDate to) {
        return "from " + DAY.format(from) + " to " + DAY.format(to.minusDays(1)) + " inclusive";
    }

    private static String list(List<String> words, String last) {
        int n = words.size();
        return n == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, n - 1)) + " " + last + " " + words.get(n - 1);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
