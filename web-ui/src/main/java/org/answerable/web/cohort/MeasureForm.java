package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.Figures;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.MeasureRequest.Breakdown;
import org.answerable.cohort.MeasureRequest.Measure;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** The form that makes a figure from a cohort. */
@RequestScoped
public class MeasureForm {

    private static final List<String> FIELDS =
            List.of("measure", "by", "whole", "periods", "comparator", "title");
    private static final List<Option> MEASURES =
            List.of(
                    new Option(Measure.COUNT.name(), "How many there are"),
                    new Option(
                            Measure.PROPORTION.name(),
                            "What share meets the conditions on contacts",
                            "Of all of the age, time and place, in per cent with limits"),
                    new Option(
                            Measure.CONTACT_RATE.name(),
                            "How often they have contacts",
                            "For each 1,000 child-years, with limits. Children and a period only"));
    private static final List<Option> ROWS =
            List.of(
                    new Option(Breakdown.NONE.name(), "The total only"),
                    new Option(Breakdown.AREA.name(), "Each area of the extract"),
                    new Option(
                            Breakdown.WHOLE.name(),
                            "Larger areas",
                            "Wards, districts and the like, by a look-up"),
                    new Option(Breakdown.DECILE.name(), "Tenths of deprivation"),
                    new Option(Breakdown.AGE.name(), "Completed years of age"),
                    new Option(
                            Breakdown.PERIOD.name(),
                            "Periods, one after the other",
                            "The period of the cohort and those before it, each as long"));

    @Inject private Cohorts cohorts;
    @Inject private Figures figures;
    @Inject private Counting counting;
    @Inject private Views views;

    /** The form as it is first shown. */
    Response show(String cohort, String version, Actor actor) {
        Cohort found =
                (version.isEmpty()
                                ? cohorts.find(cohort, actor)
                                : cohorts.find(cohort, whole(version), actor))
                        .orElseThrow(NotFoundException::new);
        boolean conditions =
                !found.definition().events().isEmpty()
                        || !found.definition().exclusions().isEmpty();
        return page(
                found,
                PageForm.filled(
                        Map.of(
                                "measure",
                                (conditions ? Measure.PROPORTION : Measure.COUNT).name(),
                                "by",
                                Breakdown.NONE.name(),
                                "periods",
                                "3")),
                actor);
    }

    /** Makes the figure, or shows the form again with every value kept. */
    Response compute(PageForm form, Actor actor) {
        Cohort cohort =
                cohorts.find(form.value("cohort"), whole(form.value("version")), actor)
                        .orElseThrow(NotFoundException::new);
        try {
            WorkView work = counting.figure(request(form, cohort), actor);
            if (work.state() == WorkState.FAILED) {
                throw work.problems().isEmpty()
                        ? new Conflict(work.message())
                        : new InvalidInput(work.problems());
            }
            return views.goTo(
                    work.state() == WorkState.DONE
                            ? "/figures/" + work.made().get(0)
                            : "/work/" + work.id());
        } catch (InvalidInput invalid) {
            return page(cohort, CohortProblems.of(invalid, form, FIELDS), actor);
        } catch (Conflict conflict) {
            return page(
                    cohort,
                    form.with(List.of(new FieldProblem("", conflict.getMessage())), FIELDS),
                    actor);
        }
    }

    private static MeasureRequest request(PageForm form, Cohort cohort) {
        Breakdown by = one("by", form.value("by"), Breakdown.values());
        return new MeasureRequest(
                cohort.id(),
                cohort.version(),
                one("measure", form.value("measure"), Measure.values()),
                by,
                form.value("whole"),
                by == Breakdown.PERIOD ? whole(form.value("periods").strip()) : 1,
                form.value("comparator"),
                form.value("title"));
    }

    private static <T extends Enum<T>> T one(String field, String name, T[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "Choose one of those offered"));
    }

    /** Zero, which nothing accepts, for what is no number. */
    private static int whole(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private Response page(Cohort cohort, PageForm form, Actor actor) {
        List<Option> wholes = new ArrayList<>();
        wholes.add(new Option("", "Choose"));
        figures.wholes(actor).forEach(w -> wholes.add(new Option(w.code(), w.label())));
        return views.form(
                form,
                "cohort/measure.jte",
                Map.of(
                        "cohort", cohort,
                        "form", form,
                        "measures", MEASURES,
                        "rows", ROWS,
                        "wholes", wholes,
                        "invented",
                                cohorts.data(actor).stream()
                                        .filter(
                                                d ->
                                                        d.registrations()
                                                                .equals(
                                                                        cohort.definition()
                                                                                .registrations()))
                                        .anyMatch(d -> d.synthetic())));
    }
}
