package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Comparison;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureFormats;
import org.answerable.cohort.FigureMaps;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.FigureSummary;
import org.answerable.cohort.Figures;
import org.answerable.cohort.GroupBy;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Page;
import org.answerable.cohort.Role;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Figures: the analysts' list, asking for one, and the page of one (public once released). */
@Path("/figures")
@Controller
@RequestScoped
public class FigurePages {

    private static final int PER_PAGE = 50;
    private static final String ID = "{id: F-[0-9]{4}-[0-9]{4,12}}";
    private static final List<String> FIELDS =
            List.of("datasetId", "ageFrom", "ageTo", "groupBy", "districts", "totalLabel", "title");

    @Inject private Figures figures;
    @Inject private FigureFormats formats;
    @Inject private FigureMaps maps;
    @Inject private Datasets datasets;
    @Inject private MeasureForm measures;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        Page<FigureSummary> found =
                figures.list(ListAddress.page(page), PER_PAGE, current.require());
        return views.show(
                "cohort/figures.jte",
                Map.of(
                        "found",
                        found,
                        "paging",
                        new Paging("/figures", found.page(), found.perPage(), found.total())));
    }

    /**
     * @param compare {@code yes} to compute it again and compare; for analysts
     */
    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id, @QueryParam("compare") @DefaultValue("") String compare) {
        Optional<Comparison> comparison =
                compare.equals("yes")
                        ? Optional.of(figures.recompute(id, current.require()))
                        : Optional.empty();
        return page(visible(id), comparison);
    }

    /**
     * @param datasetId the population to count; empty when a cohort is named
     */
    @GET
    @Path("new")
    public Response form(
            @QueryParam("dataset") @DefaultValue("") String datasetId,
            @QueryParam("cohort") @DefaultValue("") String cohort,
            @QueryParam("version") @DefaultValue("") String version) {
        Actor actor = current.require();
        actor.require(Role.ANALYST);
        if (!cohort.isEmpty()) {
            return measures.show(cohort, version, actor);
        }
        Dataset dataset = datasets.find(datasetId, actor).orElseThrow(NotFoundException::new);
        PageForm form =
                PageForm.filled(
                        Map.of(
                                "datasetId", datasetId,
                                "ageFrom", Integer.toString(dataset.ageFirst()),
                                "groupBy", groupings(dataset).get(0).value(),
                                "totalLabel", dataset.description().areaCovered()));
        return formPage(dataset, form);
    }

    @POST
    @Path("new")
    public Response compute(Form sent) {
        Actor actor = current.require();
        actor.require(Role.ANALYST);
        PageForm form = PageForm.of(sent.asMap());
        if (!form.value("cohort").isEmpty()) {
            return measures.compute(form, actor);
        }
        Dataset dataset =
                datasets.find(form.value("datasetId"), actor).orElseThrow(NotFoundException::new);
        try {
            Figure figure = figures.compute(request(form), actor);
            return views.goTo("/figures/" + figure.id());
        } catch (InvalidInput invalid) {
            return formPage(dataset, CohortProblems.of(invalid, form, FIELDS));
        }
    }

    /** Pages say “from age 0 to age 2”, both counted; the module counts from 0 to under 3. */
    private static FigureRequest request(PageForm form) {
        return new FigureRequest(
                form.value("datasetId"),
                form.value("title"),
                age(form, "ageFrom"),
                age(form, "ageTo") + 1,
                form.all("districts"),
                grouping(form.value("groupBy", GroupBy.DISTRICT.name())),
                form.value("totalLabel"));
    }

    private static GroupBy grouping(String name) {
        return Arrays.stream(GroupBy.values())
                .filter(grouping -> grouping.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("groupBy", "Choose one of the rows offered"));
    }

    private static int age(PageForm form, String field) {
        String text = form.value(field).strip();
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidInput(field, "Enter an age in whole years, such as 2");
        }
        return Integer.parseInt(text);
    }

    private Response formPage(Dataset dataset, PageForm form) {
        return views.form(
                form,
                "cohort/compute.jte",
                Map.of(
                        "dataset",
                        dataset,
                        "form",
                        form,
                        "groupings",
                        groupings(dataset),
                        "districts",
                        dataset.districts().stream().map(name -> new Option(name, name)).toList()));
    }

    private static List<Option> groupings(Dataset dataset) {
        Option area = new Option(GroupBy.AREA.name(), "Each area of the dataset, and the total");
        Option tenth =
                new Option(GroupBy.DECILE.name(), "Each tenth of deprivation, and the total");
        Option none = new Option(GroupBy.NONE.name(), "The total only");
        return dataset.districts().isEmpty()
                ? List.of(area, tenth, none)
                : List.of(
                        new Option(GroupBy.DISTRICT.name(), "Each district, and the total"),
                        area,
                        tenth,
                        none);
    }

    private Response page(Figure figure, Optional<Comparison> comparison) {
        return views.show(
                "cohort/figure.jte",
                Map.of(
                        "figure",
                        figure,
                        "chart",
                        formats.svg(figure),
                        "map",
                        maps.covers(figure),
                        "paragraph",
                        formats.paragraph(figure),
                        "analyst",
                        current.get().filter(Actor::seesUnreleased).isPresent(),
                        "comparison",
                        comparison));
    }

    private Figure visible(String id) {
        return figures.visible(id, current.get()).orElseThrow(NotFoundException::new);
    }
}
