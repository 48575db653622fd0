package org.answerable.web.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Figures;
import org.answerable.cohort.QuantityText;
import org.answerable.web.page.DateParts;

/**
 * Fills one side of the comparison with the total of a figure: of a released one for everybody, of
 * any for those who see figures before release.
 */
@ApplicationScoped
public class QuantityOfFigure {

    @Inject private Figures figures;
    @Inject private CurrentActor current;

    /** The fields of a side; empty when there is no such figure, or it has no total. */
    Map<String, String> fields(String side, String figure) {
        return figures.visible(figure, current.get())
                .flatMap(found -> figures.number(side, found))
                .map(number -> fields(side, number))
                .orElse(Map.of());
    }

    private static Map<String, String> fields(String side, QuantityText number) {
        Map<String, String> fields = new HashMap<>();
        for (String part : new String[] {"label", "value", "unit"}) {
            fields.put(side + "-" + part, number.part(part));
        }
        fields.put(side + "-value-kind", "count");
        for (String part : new String[] {"age.from", "age.unit", "age.rule"}) {
            fields.put(side + "-" + part.replace('.', '-'), number.part(part));
        }
        // The page asks for the oldest age, counted.
        fields.put(side + "-age-to", Integer.toString(Integer.parseInt(number.part("age.to")) - 1));
        fields.put(side + "-source", "other");
        fields.put(side + "-source-extract", number.part("source.system"));
        for (String part : new String[] {"basis", "area", "vintage"}) {
            fields.put(side + "-geography-" + part, number.part("geography." + part));
        }
        if (number.has("time.snapshot")) {
            date(fields, side + "-time-from", number.part("time.snapshot"));
        } else {
            date(fields, side + "-time-from", number.part("time.from"));
            date(fields, side + "-time-to", number.part("time.to"));
        }
        fields.put(
                side + "-single-years",
                number.parts().entrySet().stream()
                        .filter(e -> e.getKey().startsWith("singleYears."))
                        .map(
                                e ->
                                        e.getKey().substring("singleYears.".length())
                                                + ": "
                                                + e.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return fields;
    }

    private static void date(Map<String, String> fields, String field, String iso) {
        fields.putAll(DateParts.of(field, LocalDate.parse(iso)));
    }
}
