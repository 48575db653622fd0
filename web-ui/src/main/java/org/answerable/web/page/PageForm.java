package org.answerable.web.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a form and what is wrong with it: a form that is refused comes back with every
 * value kept.
 *
 * @param values by field name; a field with several values has several
 * @param problems in the order in which the page shows its fields
 */
public record PageForm(Map<String, List<String>> values, List<FieldProblem> problems) {

    public static PageForm empty() {
        return new PageForm(Map.of(), List.of());
    }

    public static PageForm of(MultivaluedMap<String, String> sent) {
        return new PageForm(new LinkedHashMap<>(sent), List.of());
    }

    /** A form filled from what is stored. */
    public static PageForm filled(Map<String, String> stored) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        stored.forEach(
                (name, value) -> values.put(name, value == null ? List.of() : List.of(value)));
        return new PageForm(values, List.of());
    }

    /**
     * The same form with problems, in the order of its fields.
     *
     * @param fields the names in the order in which the page shows them; others come last
     */
    public PageForm with(List<FieldProblem> found, List<String> fields) {
        Comparator<FieldProblem> order =
                Comparator.comparingInt(
                        problem -> {
                            int place = fields.indexOf(problem.field());
                            return place < 0 ? fields.size() : place;
                        });
        return new PageForm(values, found.stream().sorted(order).toList());
    }

    /** With a value that the page does not ask for. */
    public PageForm alsoWith(String field, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(field, List.of(value));
        return new PageForm(more, problems);
    }

    /** What was typed, or nothing. */
    public String value(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() || all.get(0) == null ? "" : all.get(0);
    }

    /** What was typed, or the default when the form was not yet sent. */
    public String value(String field, String unsent) {
        return values.containsKey(field) ? value(field) : unsent;
    }

    /** Every value of a field with several, such as checkboxes. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean chosen(String field, String option) {
        return all(field).contains(option);
    }

    public Optional<String> problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::message)
                .findFirst();
    }

    /** The ids of hint and error of a field, for {@code aria-describedby}; null for neither. */
    public String describedBy(String field, String hint) {
        String ids =
                (hint == null ? "" : field + "-hint ")
                        + (problem(field).isPresent() ? field + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** Whether the page has a field of this name to link to. */
    public boolean shows(String field) {
        return field.matches("[A-Za-z][A-Za-z0-9-]*");
    }

    public boolean refused() {
        return !problems.isEmpty();
    }
}
