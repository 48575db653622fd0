package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.ModelledPopulations;
import org.answerable.cohort.ModelledRequest;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkView;
import org.answerable.web.page.Dates;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Making a population that nobody publishes from two that are. */
@Path("/datasets/modelled")
@Controller
@RequestScoped
public class ModelledPages {

    private static final List<String> FIELDS = List.of("byAge", "byArea", "title");

    @Inject private ModelledPopulations modelled;
    @Inject private Datasets datasets;
    @Inject private LoadingPages loading;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response form() {
        current.require().require(Role.ANALYST);
        return page(
                PageForm.filled(Map.of("title", "Registered people by LSOA and age, modelled")),
                Optional.empty());
    }

    @POST
    public Response make(Form sent) {
        Actor actor = current.require();
        PageForm form = PageForm.of(sent.asMap());
        ModelledRequest request =
                new ModelledRequest(form.value("title"), form.value("byAge"), form.value("byArea"));
        try {
            return loading.work(
                    "Modelled population: " + request.title(),
                    actor,
                    form,
                    FIELDS,
                    this::page,
                    progress -> List.of(modelled.registeredByArea(request, actor, progress)));
        } catch (InvalidInput invalid) {
            return page(CohortProblems.of(invalid, form, FIELDS), Optional.empty());
        }
    }

    private Response page(PageForm form, Optional<WorkView> failed) {
        PageForm shown = LoadingPages.told(form, failed, "byAge", FIELDS);
        return views.form(
                shown,
                "cohort/modelled.jte",
                Map.of(
                        "form",
                        shown,
                        "byAge",
                        options(
                                DatasetKind.POPULATION,
                                d ->
                                        d.description().vintage().equals("GP_PRACTICE")
                                                && d.hasAges()),
                        "byArea",
                        options(DatasetKind.PRACTICE_AREAS, d -> true)));
    }

    private List<Option> options(DatasetKind kind, Predicate<Dataset> fit) {
        return datasets.offered(kind, current.require()).stream()
                .filter(fit)
                .map(
                        d ->
                                new Option(
                                        d.id(),
                                        "%s, %s, %s"
                                                .formatted(
                                                        d.id(),
                                                        d.description().title(),
                                                        Dates.words(d.description().asAt()))))
                .toList();
    }
}
