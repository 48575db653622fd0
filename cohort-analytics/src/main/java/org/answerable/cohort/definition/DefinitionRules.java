package org.answerable.cohort.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.quantity.AgeRule;
import org.answerable.cohort.quantity.MonthBand;
import org.answerable.cohort.quantity.Unit;

/** What a definition must say before it is counted. */
final class DefinitionRules {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_CONDITIONS = 10;
    private static final int MOST_AREAS = 1_000;
    private static final int MOST_CONTACTS = 1_000;

    private final Connection connection;
    private final List<FieldError> errors = new ArrayList<>();
    private SourceData source;

    private DefinitionRules(Connection connection) {
        this.connection = connection;
    }

    /**
     * The definition ready to be counted.
     *
     * @throws InvalidInput with every fault found
     */
    static CheckedDefinition checked(CohortDefinition given, Connection connection)
            throws SQLException {
        return new DefinitionRules(connection).check(given);
    }

    private CheckedDefinition check(CohortDefinition given) throws SQLException {
        String title = title(given.title());
        Unit unit = unit(given.unit());
        source = source(given).orElse(null);
        checkTime(given.time());
        MonthBand band = band(given.age());
        AgeRule rule = rule(given);
        List<String> areas = areas(given.areas());
        List<Contact> events = contacts("events", given.events(), given);
        List<Contact> exclusions = contacts("exclusions", given.exclusions(), given);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        CohortDefinition.Time time = given.time();
        LocalDate start = time.snapshot() == null ? time.from() : time.snapshot();
        LocalDate end = time.snapshot() == null ? time.to() : time.snapshot().plusDays(1);
        CohortDefinition clean =
                new CohortDefinition(
                        title,
                        unit.singular(),
                        new CohortDefinition.Age(band.from(), band.to(), code(rule)),
                        time,
                        areas,
                        given.registrations(),
                        given.contacts(),
                        events,
                        exclusions);
        return new CheckedDefinition(clean, unit, band, rule, start, end, source);
    }

    private String title(String given) {
        String title = given == null ? "" : given.strip();
        if (title.isEmpty()) {
            error("title", "Give the cohort a name.");
        } else if (title.length() > LONGEST_TITLE) {
            error("title", "This is longer than " + LONGEST_TITLE + " characters.");
        } else if (title.codePoints().anyMatch(Character::isISOControl)) {
            error("title", "This holds control characters or line breaks. Remove them.");
        }
        return title;
    }

    private Unit unit(String given) {
        if ("family".equals(given)) {
            return Unit.FAMILY;
        }
        if (!"child".equals(given)) {
            error("unit", "Say what is counted: child or family.");
        }
        return Unit.CHILD;
    }

    private Optional<SourceData> source(CohortDefinition given) throws SQLException {
        if (given.registrations() == null || given.registrations().isBlank()) {
            error("registrations", "Choose the registrations that the cohort is taken from.");
            return Optional.empty();
        }
        Optional<SourceData> found =
                SourceData.of(connection, given.registrations(), given.contacts());
        if (found.isEmpty()) {
            boolean alone =
                    given.contacts() != null
                            && SourceData.of(connection, given.registrations(), null).isPresent();
            error(
                    alone ? "contacts" : "registrations",
                    alone
                            ? "There are no such contacts with the children of these registrations."
                            : "There are no such registrations.");
        }
        return found;
    }

    private void checkTime(CohortDefinition.Time time) {
        if (time == null || time.snapshot() == null && time.from() == null && time.to() == null) {
            error("time", "Give a day, or a window from a day to the day after its last.");
        } else if (time.snapshot() != null) {
            if (time.from() != null || time.to() != null) {
                error("time", "Give a day or a window, not both.");
            } else {
                checkCovered("time.snapshot", time.snapshot(), time.snapshot().plusDays(1));
            }
        } else if (time.from() == null) {
            error("time.from", "Give the first day of the window.");
        } else if (time.to() == null) {
            error("time.to", "Give the day after the last of the window.");
        } else if (!time.from().isBefore(time.to())) {
            error(
                    "time.to",
                    "The window is empty or reversed: it goes from "
                            + time.from()
                            + " up to but not including "
                            + time.to()
                            + ".");
        } else {
            checkCovered("time.from", time.from(), time.to());
        }
    }

    private void checkCovered(String field, LocalDate from, LocalDate to) {
        if (source != null
                && (from.isBefore(source.registeredFrom()) || to.isAfter(source.registeredTo()))) {
            error(
                    field,
                    "The registrations cover "
                            + source.registeredFrom()
                            + " up to but not including "
                            + source.registeredTo()
                            + ".");
        }
    }

    private MonthBand band(CohortDefinition.Age age) {
        if (age == null) {
            error("age", "Give the ages in completed months, from and to.");
            return new MonthBand(0, 1);
        }
        return band("age.from", "age.to", age.from(), age.to());
    }

    private MonthBand band(String fromField, String toField, int from, int to) {
        if (from < 0) {
            error(fromField, "Ages count from 0 months.");
        } else if (to > MonthBand.MOST) {
            error(toField, "The highest age is " + MonthBand.MOST / 12 + " years.");
        } else if (to <= from) {
            error(
                    toField,
                    "The band is empty: ages from "
                            + from
                            + " months up to but not including "
                            + to
                            + " months.");
        } else {
            return new MonthBand(from, to);
        }
        return new MonthBand(0, 1);
    }

    private AgeRule rule(CohortDefinition given) {
        String code = given.age() == null || given.age().rule() == null ? "" : given.age().rule();
        AgeRule rule = null;
        for (AgeRule one : AgeRule.values()) {
            rule = code(one).equals(code) ? one : rule;
        }
        boolean snapshot = given.time() != null && given.time().snapshot() != null;
        if (rule == null) {
            error(
                    "age.rule",
                    "Say when the age counts: at-snapshot, at-window-start, ever-in-window or"
                            + " at-event.");
        } else if (snapshot && rule != AgeRule.AT_SNAPSHOT && rule != AgeRule.AT_EVENT) {
            error("age.rule", "At one day the age is taken at-snapshot.");
        } else if (!snapshot && rule == AgeRule.AT_SNAPSHOT) {
            error(
                    "age.rule",
                    "A window has no snapshot: choose at-window-start, ever-in-window or at-event.");
        } else if (rule == AgeRule.AT_EVENT && given.events().isEmpty()) {
            error("age.rule", "at-event needs a contact at which the age is looked at.");
        }
        return rule == null ? AgeRule.AT_SNAPSHOT : rule;
    }

    private List<String> areas(List<String> given) throws SQLException {
        if (given.size() > MOST_AREAS) {
            error("areas", "At most " + MOST_AREAS + " areas; name the larger area instead.");
            return List.of();
        }
        if (source == null || given.isEmpty()) {
            return given;
        }
        NamedAreas areas = NamedAreas.of(connection, given, source.vintage());
        areas.faults().forEach(fault -> error("areas", fault));
        return areas.codes();
    }

    private List<Contact> contacts(String field, List<Contact> given, CohortDefinition whole)
            throws SQLException {
        if (given.isEmpty()) {
            return given;
        }
        if (whole.contacts() == null) {
            error("contacts", "A condition on contacts needs a dataset of contacts.");
            return given;
        }
        if (given.size() > MOST_CONDITIONS) {
            error(field, "At most " + MOST_CONDITIONS + " conditions.");
            return given;
        }
        List<String> services = SourceData.words(connection, "SERVICE");
        List<String> modes = SourceData.words(connection, "MODE");
        for (int i = 0; i < given.size(); i++) {
            String name = field + "[" + i + "]";
            Contact contact = given.get(i);
            checkWords(name + ".services", contact.services(), services);
            checkWords(name + ".modes", contact.modes(), modes);
            if (contact.atLeast() < 1 || contact.atLeast() > MOST_CONTACTS) {
                error(
                        name + ".atLeast",
                        "Give a number of contacts from 1 to " + MOST_CONTACTS + ".");
            }
            checkAge(name, contact);
            checkWindow(name, contact, whole);
        }
        return given;
    }

    private void checkWords(String field, List<String> given, List<String> known) {
        for (String word : given) {
            if (!known.contains(word)) {
                error(
                        field,
                        "No contact has \""
                                + (word == null || word.length() > 60 ? "…" : word)
                                + "\". There are: "
                                + String.join(", ", known)
                                + ".");
            }
        }
    }

    private void checkAge(String name, Contact contact) {
        if (contact.ageFrom() == null && contact.ageTo() == null) {
            return;
        }
        if (contact.ageFrom() == null || contact.ageTo() == null) {
            error(name + ".age", "Give both ends of the age at the contact, or none.");
        } else {
            band(name + ".ageFrom", name + ".ageTo", contact.ageFrom(), contact.ageTo());
        }
    }

    private void checkWindow(String name, Contact contact, CohortDefinition whole) {
        CohortDefinition.Time time = whole.time();
        boolean own = contact.from() != null || contact.to() != null;
        if (own && (contact.from() == null || contact.to() == null)) {
            error(name + ".from", "Give both ends of the window of the contact, or none.");
            return;
        }
        if (!own && (time == null || time.snapshot() != null)) {
            error(name + ".from", "Say in which window the contact was; a day alone has none.");
            return;
        }
        LocalDate from = own ? contact.from() : time.from();
        LocalDate to = own ? contact.to() : time.to();
        if (from == null || to == null) {
            return;
        }
        if (!from.isBefore(to)) {
            error(name + ".to", "The window is empty or reversed.");
        } else if (source != null
                && source.contacts() != null
                && (from.isBefore(source.contactsFrom()) || to.isAfter(source.contactsTo()))) {
            error(
                    name + ".from",
                    "The contacts cover "
                            + source.contactsFrom()
                            + " up to but not including "
                            + source.contactsTo()
                            + ".");
        }
    }

    /** {@code at-snapshot} for AT_SNAPSHOT. */
    private static String code(AgeRule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
