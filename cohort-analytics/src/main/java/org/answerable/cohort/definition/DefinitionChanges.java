package org.answerable.cohort.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Contact;

/** What differs between two versions of a cohort, part by part, in words. */
final class DefinitionChanges {

    private final CohortDefinition was;
    private final CohortDefinition is;
    private final List<String> sentences = new ArrayList<>();

    DefinitionChanges(CohortDefinition was, CohortDefinition is) {
        this.was = was;
        this.is = is;
    }

    List<String> sentences() {
        changed("The name", was.title(), is.title());
        changed("What is counted", was.unit(), is.unit());
        changed("The age", age(was), age(is));
        changed("The time", time(was.time()), time(is.time()));
        areas();
        changed("The registrations", was.registrations(), is.registrations());
        changed("The contacts", was.contacts(), is.contacts());
        conditions("The condition", was.events(), is.events());
        conditions("The exclusion", was.exclusions(), is.exclusions());
        return List.copyOf(sentences);
    }

    private void changed(String what, String from, String to) {
        if (!Objects.equals(from, to)) {
            sentences.add(what + " was " + orNone(from) + ", is now " + orNone(to) + ".");
        }
    }

    private void areas() {
        List<String> added = without(is.areas(), was.areas());
        List<String> removed = without(was.areas(), is.areas());
        if (!added.isEmpty()) {
            sentences.add("Areas added: " + String.join(", ", added) + ".");
        }
        if (!removed.isEmpty()) {
            sentences.add("Areas taken out: " + String.join(", ", removed) + ".");
        }
    }

    private void conditions(String what, List<Contact> before, List<Contact> after) {
        without(after, before).forEach(c -> sentences.add(what + " “" + words(c) + "” was added."));
        without(before, after)
                .forEach(c -> sentences.add(what + " “" + words(c) + "” was taken out."));
    }

    private static <T> List<T> without(List<T> all, List<T> others) {
        List<T> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    private static String age(CohortDefinition d) {
        return d.age().from()
                + " up to but not including "
                + d.age().to()
                + " months, "
                + d.age().rule();
    }

    private static String time(CohortDefinition.Time time) {
        return time.snapshot() != null
                ? time.snapshot().toString()
                : time.from() + " up to but not including " + time.to();
    }

    private static String words(Contact c) {
        String window =
                c.from() == null ? "" : ", " + c.from() + " up to but not including " + c.to();
        String age =
                c.ageFrom() == null
                        ? ""
                        : ", aged "
                                + c.ageFrom()
                                + " up to but not including "
                                + c.ageTo()
                                + " months";
        return "at least "
                + c.atLeast()
                + listed(" with ", c.services())
                + listed(" by ", c.modes())
                + window
                + age;
    }

    private static String listed(String lead, List<String> words) {
        return words.isEmpty() ? "" : lead + String.join(" or ", words);
    }

    private static String orNone(String text) {
        return text == null || text.isEmpty() ? "none" : text;
    }
}
