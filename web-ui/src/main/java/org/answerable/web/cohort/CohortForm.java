package org.answerable.web.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.CohortDefinition.Age;
import org.answerable.cohort.CohortDefinition.Contact;
import org.answerable.cohort.CohortDefinition.Time;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;

/**
 * The form of a cohort. Pages ask for the youngest and the oldest age and for the first and the last
 * day, all counted; a definition has bands and windows that end before their end. Conditions are
 * added and removed by buttons of the form, so each has a number of its own: {@code events} lists
 * them, {@code events-2-atLeast} is a field of number 2.
 */
final class CohortForm {

    static final String EVENTS = "events";
    static final String EXCLUSIONS = "exclusions";
    private static final int MOST_CONDITIONS = 10;
    private static final List<String> FIELDS =
            List.of(
                    "title",
                    "unit",
                    "data",
                    "age-from",
                    "age-to",
                    "age-unit",
                    "age-rule",
                    "time-from",
                    "time-to",
                    "areas");
    private static final List<String> PARTS =
            List.of("atLeast", "services", "modes", "from", "to", "ageFrom", "ageTo");

    private final PageForm form;
    private final List<FieldError> errors = new ArrayList<>();

    CohortForm(PageForm form) {
        this.form = form;
    }

    /** A form as it is first shown. */
    static PageForm empty() {
        return PageForm.filled(
                Map.of("unit", "child", "age-unit", "years", "age-rule", "at-snapshot"));
    }

    /** The form of a definition. */
    static PageForm of(CohortDefinition d) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("title", List.of(text(d.title())));
        values.put("unit", List.of(text(d.unit())));
        values.put("data", List.of(data(d.registrations(), d.contacts())));
        values.put("areas", List.of(String.join("\n", d.areas())));
        if (d.age() != null) {
            boolean years = d.age().from() % 12 == 0 && d.age().to() % 12 == 0;
            int per = years ? 12 : 1;
            values.put("age-from", List.of(Integer.toString(d.age().from() / per)));
            values.put("age-to", List.of(Integer.toString(d.age().to() / per - 1)));
            values.put("age-unit", List.of(years ? "years" : "months"));
            values.put("age-rule", List.of(text(d.age().rule())));
        }
        if (d.time() != null) {
            put(values, "time-from", d.time().snapshot());
            put(values, "time-from", d.time().from());
            put(values, "time-to", lastDay(d.time().to()));
        }
        conditions(values, EVENTS, d.events());
        conditions(values, EXCLUSIONS, d.exclusions());
        return new PageForm(values, List.of());
    }

    /** What is chosen as data: registrations, and contacts with these children. */
    static String data(String registrations, String contacts) {
        return text(registrations) + (contacts == null ? "" : " " + contacts);
    }

    private static void conditions(
            Map<String, List<String>> values, String list, List<Contact> contacts) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            Contact c = contacts.get(i);
            String at = list + "-" + i + "-";
            numbers.add(Integer.toString(i));
            values.put(at + "atLeast", List.of(Integer.toString(c.atLeast())));
            values.put(at + "services", c.services());
            values.put(at + "modes", c.modes());
            put(values, at + "from", c.from());
            put(values, at + "to", lastDay(c.to()));
            if (c.ageFrom() != null && c.ageTo() != null) {
                values.put(at + "ageFrom", List.of(c.ageFrom().toString()));
                values.put(at + "ageTo", List.of(Integer.toString(c.ageTo() - 1)));
            }
        }
        values.put(list, numbers);
    }

    private static void put(Map<String, List<String>> values, String field, LocalDate day) {
        if (day != null) {
            DateParts.of(field, day).forEach((name, part) -> values.put(name, List.of(part)));
        }
    }

    private static LocalDate lastDay(LocalDate end) {
        return end == null ? null : end.minusDays(1);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** The numbers of the conditions of a list, in their order. */
    static List<String> numbers(PageForm form, String list) {
        return form.all(list).stream()
                .filter(n -> n.matches("[0-9]{1,3}"))
                .distinct()
                .limit(MOST_CONDITIONS + 1L)
                .toList();
    }

    /** The form with a condition more, or without one, as a button asked; empty for another button. */
    static Optional<PageForm> changed(PageForm form) {
        String action = form.value("action");
        for (String list : List.of(EVENTS, EXCLUSIONS)) {
            List<String> numbers = new ArrayList<>(numbers(form, list));
            if (action.equals("add-" + list)) {
                int next = numbers.stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1;
                numbers.add(Integer.toString(next));
                return Optional.of(with(form, list, numbers));
            }
            if (action.startsWith("remove-" + list + "-")) {
                numbers.remove(action.substring(("remove-" + list + "-").length()));
                return Optional.of(with(form, list, numbers));
            }
        }
        return Optional.empty();
    }

    private static PageForm with(PageForm form, String list, List<String> numbers) {
        Map<String, List<String>> values = new LinkedHashMap<>(form.values());
        values.put(list, numbers);
        return new PageForm(values, List.of());
    }

    /**
     * What the form says.
     *
     * @throws InvalidInput a number or date is none; fields as in {@link CohortDefinition}
     */
    CohortDefinition definition() {
        if (form.value("title").isBlank()) {
            errors.add(new FieldError("title", "Give the cohort a name."));
        }
        String[] data = form.value("data").strip().split(" ", 2);
        CohortDefinition definition =
                new CohortDefinition(
                        form.value("title"),
                        form.value("unit"),
                        age(),
                        time(),
                        areas(form.value("areas")),
                        data[0],
                        data.length > 1 ? data[1] : null,
                        contacts(EVENTS),
                        contacts(EXCLUSIONS));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return definition;
    }

    private Age age() {
        int per = form.value("age-unit").equals("months") ? 1 : 12;
        int from = number("age-from", "age.from", "Enter the youngest age as a whole number");
        int to = number("age-to", "age.to", "Enter the oldest age as a whole number");
        return new Age(from * per, (to + 1) * per, form.value("age-rule"));
    }

    private Time time() {
        LocalDate first = day("time-from", "time.from");
        if (isEmpty("time-to")) {
            return Time.at(first);
        }
        LocalDate last = day("time-to", "time.to");
        return Time.window(first, last == null ? null : last.plusDays(1));
    }

    private List<Contact> contacts(String list) {
        List<String> numbers = numbers(form, list);
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String at = list + "-" + numbers.get(i) + "-";
            String field = list + "[" + i + "].";
            boolean window = !isEmpty(at + "from") || !isEmpty(at + "to");
            boolean age = !(form.value(at + "ageFrom") + form.value(at + "ageTo")).isBlank();
            LocalDate last = window ? day(at + "to", field + "to") : null;
            contacts.add(
                    new Contact(
                            form.all(at + "services"),
                            form.all(at + "modes"),
                            number(at + "atLeast", field + "atLeast", "Enter how many contacts"),
                            window ? day(at + "from", field + "from") : null,
                            last == null ? null : last.plusDays(1),
                            age ? months(at, field, "ageFrom") : null,
                            age ? (Integer) (months(at, field, "ageTo") + 1) : null));
        }
        return contacts;
    }

    private Integer months(String at, String field, String name) {
        return number(
                at + name, field + name, "Enter the age in completed months, or leave both empty");
    }

    /** Codes apart by anything; names, which may hold spaces and commas, one a line. */
    private static List<String> areas(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .flatMap(
                        part ->
                                part.strip().matches("([A-Za-z][0-9]{8}[\\s,]*)+")
                                        ? Arrays.stream(part.strip().split("[\\s,]+"))
                                        : Stream.of(part))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private int number(String name, String field, String message) {
        String text = form.value(name).strip();
        if (text.matches("[0-9]{1,4}")) {
            return Integer.parseInt(text);
        }
        errors.add(new FieldError(field, message));
        return 0;
    }

    private LocalDate day(String name, String field) {
        Optional<LocalDate> day = DateParts.read(form, name);
        if (day.isEmpty()) {
            errors.add(new FieldError(field, "Enter a day, month and year"));
        }
        return day.orElse(null);
    }

    private boolean isEmpty(String date) {
        return Stream.of("-day", "-month", "-year")
                .allMatch(part -> form.value(date + part).isBlank());
    }

    /** The form with what the module says beside the fields of the page. */
    PageForm refused(InvalidInput invalid) {
        List<String> order = new ArrayList<>(FIELDS);
        for (String list : List.of(EVENTS, EXCLUSIONS)) {
            for (String number : numbers(form, list)) {
                PARTS.forEach(part -> order.add(list + "-" + number + "-" + part));
            }
        }
        return form.with(
                invalid.errors().stream()
                        .map(e -> new FieldProblem(field(e.field()), e.message()))
                        .distinct()
                        .toList(),
                order);
    }

    private String field(String name) {
        for (String list : List.of(EVENTS, EXCLUSIONS)) {
            if (name.startsWith(list + "[")) {
                int end = name.indexOf(']');
                int place = Integer.parseInt(name.substring(list.length() + 1, end));
                String part = name.substring(Math.min(name.length(), end + 2));
                return list
                        + "-"
                        + numbers(form, list).get(place)
                        + "-"
                        + (part.equals("age") ? "ageFrom" : part);
            }
        }
        return switch (name) {
            case "registrations", "contacts" -> "data";
            case "age" -> "age-from";
            case "time", "time.snapshot" -> "time-from";
            default -> name.replace('.', '-');
        };
    }
}
