package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.Assumptions;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Quantities;
import org.answerable.cohort.QuantityAnswer;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/**
 * May these two numbers be divided, and what would be right? Open to everyone; everything is in the
 * address, so that an answer can be sent on.
 */
@Path("/quantities")
@Controller
@RequestScoped
public class QuantityPages {

    private static final String EXAMPLE = "example";
    private static final String FIRST_FIGURE = "first";
    private static final String SECOND_FIGURE = "second";

    private static final Map<String, String> USUAL =
            Map.of(
                    "operation", "coverage",
                    "numerator-unit", "family",
                    "numerator-age-rule", "at-event",
                    "numerator-source", "service-record",
                    "denominator-unit", "family",
                    "denominator-age-rule", "at-event");

    @Inject private Quantities quantities;
    @Inject private Assumptions assumptions;
    @Inject private QuantityOfFigure ofFigure;
    @Inject private Views views;
    @Context private UriInfo address;

    @GET
    public Response check() {
        PageForm given = PageForm.of(address.getQueryParameters());
        PageForm form =
                given.value(EXAMPLE).isEmpty()
                        ? given
                        : QuantityExample.filled().alsoWith(EXAMPLE, "");
        if (!given.value(FIRST_FIGURE).isEmpty() || !given.value(SECOND_FIGURE).isEmpty()) {
            return ofFigures(given);
        }
        QuantityForm fields = new QuantityForm(form);
        if (!fields.isSent()) {
            return page(PageForm.filled(USUAL), Optional.empty(), List.of());
        }
        return answered(form, fields);
    }

    /** One or both numbers are totals of figures: with both, the answer is there at once. */
    private Response ofFigures(PageForm given) {
        Map<String, String> first = ofFigure.fields(QuantityForm.FIRST, given.value(FIRST_FIGURE));
        Map<String, String> second =
                ofFigure.fields(QuantityForm.SECOND, given.value(SECOND_FIGURE));
        Map<String, String> values = new HashMap<>(USUAL);
        values.putAll(first);
        values.putAll(second);
        PageForm form = PageForm.filled(values);
        return first.isEmpty() || second.isEmpty()
                ? page(form, Optional.empty(), List.of())
                : answered(form, new QuantityForm(form));
    }

    private Response answered(PageForm form, QuantityForm fields) {
        try {
            QuantityAnswer answer = quantities.compare(fields.question());
            List<Assumption> numbers =
                    answer.assumptions().stream().filter(a -> !a.parts().isEmpty()).toList();
            return page(form, Optional.of(answer), numbers);
        } catch (InvalidInput invalid) {
            return page(fields.refused(invalid), Optional.empty(), mentioned(form));
        }
    }

    /** The assumptions whose numbers the form holds. */
    private List<Assumption> mentioned(PageForm form) {
        return assumptions.inForce().stream()
                .filter(
                        a ->
                                form.values().keySet().stream()
                                        .anyMatch(name -> name.startsWith(a.id() + "-")))
                .toList();
    }

    private Response page(
            PageForm form, Optional<QuantityAnswer> answer, List<Assumption> numbers) {
        return views.form(
                form,
                "cohort/quantities.jte",
                Map.of(
                        "form",
                        form,
                        "answer",
                        answer,
                        "numbers",
                        numbers,
                        "operations",
                        options("operation").toList(),
                        "units",
                        options("unit").toList(),
                        "rules",
                        options("rule").toList(),
                        "bases",
                        options("basis").toList(),
                        "sources",
                        Stream.concat(
                                        options("source"),
                                        Stream.of(new Option("other", "Another source")))
                                .toList()));
    }

    private Stream<Option> options(String list) {
        return quantities.choices().get(list).stream()
                .map(choice -> new Option(choice.code(), choice.label()));
    }
}
