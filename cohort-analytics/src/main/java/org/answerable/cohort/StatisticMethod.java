package org.answerable.cohort;

import java.util.List;

/**
 * A method of {@link Statistics} as data.
 *
 * @param name as in addresses: {@code funnel-rate}
 * @param title for people: {@code Funnel of rates}
 * @param sentence what it answers, in one sentence
 * @param columns the columns it reads
 * @param results the columns it makes, at the usual confidence
 * @param options what can be set
 * @param formula the formula, in words and signs
 * @param source where the formula comes from
 * @param rules what happens at the edges, one sentence each
 * @param example a small table as CSV
 */
public record StatisticMethod(
        String name,
        String title,
        String sentence,
        List<Column> columns,
        List<Column> results,
        List<Option> options,
        String formula,
        String source,
        List<String> rules,
        String example) {

    public StatisticMethod {
        columns = List.copyOf(columns);
        results = List.copyOf(results);
        options = List.copyOf(options);
        rules = List.copyOf(rules);
    }

    /**
     * A column.
     *
     * @param required whether the table must have it
     * @param meaning in a few words
     */
    public record Column(String name, boolean required, String meaning) {}

    /**
     * Something that can be set.
     *
     * @param usual the value when it is left out
     * @param choices the values it may take; empty when it is typed
     */
    public record Option(
            String name, String label, String hint, String usual, List<Choice> choices) {
        public Option {
            choices = List.copyOf(choices);
        }
    }
}
