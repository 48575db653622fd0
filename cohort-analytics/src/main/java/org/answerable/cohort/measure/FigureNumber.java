package org.answerable.cohort.measure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureTable;

/**
 * The total of a figure with all that it counts, in the parts of a {@link
 * org.answerable.cohort.QuantityText}, so that it can be compared with another number without typing
 * it again.
 */
final class FigureNumber {

    private static final int YEAR = 12;

    private final Map<String, String> parts = new HashMap<>();

    private FigureNumber(Figure figure) {
        Figure.Source source = figure.source();
        parts.put("label", figure.id() + ": " + figure.title());
        parts.put("value", Long.toString(figure.table().total().sum()));
        parts.put("source.system", source.sourceSystem());
        parts.put("source.extract", source.datasetId());
        parts.put("source.sha256", source.sha256());
        parts.put("geography.basis", source.geographyBasis().toLowerCase(Locale.ROOT));
        parts.put("geography.area", figure.table().total().label());
        parts.put("geography.vintage", source.vintage());
    }

    /** The number of people of a population on its day. */
    static Map<String, String> of(Figure figure, FigureRequest request, Dataset dataset) {
        FigureNumber number = new FigureNumber(figure);
        number.parts.put("unit", figure.unit().equals("children") ? "child" : "person");
        number.parts.put("time.snapshot", dataset.description().asAt().toString());
        number.age(request.ageFrom() * YEAR, request.ageTo() * YEAR, "at-snapshot");
        FigureTable table = figure.table();
        for (int i = 0; i < table.ages().size(); i++) {
            number.parts.put(
                    "singleYears." + table.ages().get(i), table.total().counts().get(i).toString());
        }
        return number.parts;
    }

    /** The number of children or families of a cohort: the members of a count, the whole of a share. */
    static Map<String, String> of(Figure figure, CohortDefinition definition) {
        FigureNumber number = new FigureNumber(figure);
        number.parts.put("unit", definition.unit());
        CohortDefinition.Time time = definition.time();
        if (time.snapshot() != null) {
            number.parts.put("time.snapshot", time.snapshot().toString());
        } else {
            LocalDate last = time.to().minusDays(1);
            number.parts.put("time.from", time.from().toString());
            number.parts.put("time.to", last.toString());
        }
        number.age(definition.age().from(), definition.age().to(), definition.age().rule());
        return number.parts;
    }

    private void age(int fromMonths, int toMonths, String rule) {
        boolean years = fromMonths % YEAR == 0 && toMonths % YEAR == 0;
        parts.put("age.from", Integer.toString(years ? fromMonths / YEAR : fromMonths));
        parts.put("age.to", Integer.toString(years ? toMonths / YEAR : toMonths));
        parts.put("age.unit", years ? "years" : "months");
        parts.put("age.rule", rule);
    }
}
