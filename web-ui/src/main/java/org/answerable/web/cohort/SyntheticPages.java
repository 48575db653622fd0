package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Role;
import org.answerable.cohort.SyntheticRequest;
import org.answerable.cohort.SyntheticResult;
import org.answerable.cohort.SyntheticSystems;
import org.answerable.cohort.WorkView;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Making an invented system for training. */
@Path("/datasets/synthetic")
@Controller
@RequestScoped
public class SyntheticPages {

    private static final List<String> FIELDS =
            List.of("populationId", "title", "agesUnder", "percent", "years", "seed");

    @Inject private SyntheticSystems systems;
    @Inject private Datasets datasets;
    @Inject private LoadingPages loading;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response form() {
        current.require().require(Role.ANALYST);
        return page(
                PageForm.filled(
                        Map.of(
                                "title", "Training system",
                                "agesUnder", "3",
                                "percent", "10",
                                "years", "3",
                                "seed", "1")),
                Optional.empty());
    }

    @POST
    public Response make(Form sent) {
        Actor actor = current.require();
        PageForm form = PageForm.of(sent.asMap());
        try {
            SyntheticRequest request = request(form);
            return loading.work(
                    "Invented system: " + request.title(),
                    actor,
                    form,
                    FIELDS,
                    this::page,
                    progress -> reports(systems.make(request, actor, progress)));
        } catch (InvalidInput invalid) {
            return page(CohortProblems.of(invalid, form, FIELDS), Optional.empty());
        }
    }

    private static List<LoadReport> reports(SyntheticResult made) {
        return made.contacts() == null
                ? List.of(made.registrations())
                : List.of(made.registrations(), made.contacts());
    }

    private static SyntheticRequest request(PageForm form) {
        List<FieldError> errors = new ArrayList<>();
        if (form.value("title").isBlank()) {
            errors.add(new FieldError("title", "Give it a title"));
        }
        SyntheticRequest request =
                new SyntheticRequest(
                        form.value("populationId"),
                        form.value("title").strip(),
                        (int) number(form, "agesUnder", 3, errors),
                        (int) number(form, "percent", 3, errors),
                        (int) number(form, "years", 3, errors),
                        number(form, "seed", 18, errors));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return request;
    }

    private static long number(PageForm form, String field, int digits, List<FieldError> errors) {
        String text = form.value(field).strip();
        if (text.matches("[0-9]{1," + digits + "}")) {
            return Long.parseLong(text);
        }
        errors.add(new FieldError(field, "Enter a whole number"));
        return 0;
    }

    private Response page(PageForm form, Optional<WorkView> failed) {
        List<Option> populations = new ArrayList<>();
        for (Dataset d : datasets.offered(DatasetKind.POPULATION, current.require())) {
            if (d.description().vintage().startsWith("LSOA") && d.hasAges() && d.ageFirst() == 0) {
                populations.add(new Option(d.id(), d.id() + ", " + d.description().title()));
            }
        }
        PageForm shown = LoadingPages.told(form, failed, "populationId", FIELDS);
        return views.form(
                shown, "cohort/synthetic.jte", Map.of("form", shown, "populations", populations));
    }
}
