package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Page;
import org.answerable.cohort.Role;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Numbers;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** The dataset register: what there is, and loading a file with its description. */
@Path("/datasets")
@Controller
@RequestScoped
public class DatasetPages {

    private static final int PER_PAGE = 50;

    @Inject private Datasets datasets;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        Page<Dataset> found = datasets.list(ListAddress.page(page), PER_PAGE, current.require());
        return views.show(
                "cohort/datasets.jte",
                Map.of(
                        "found",
                        found,
                        "paging",
                        new Paging("/datasets", found.page(), found.perPage(), found.total())));
    }

    @GET
    @Path("{id: D-[0-9]{4}-[0-9]{4,12}}")
    public Response show(
            @PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        Dataset dataset = datasets.find(id, current.require()).orElseThrow(NotFoundException::new);
        return views.show(
                "cohort/dataset.jte",
                Map.of(
                        "dataset", dataset,
                        "labels", DatasetForm.labels(datasets),
                        "loaded", done.equals("loaded")));
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.ANALYST);
        return page(DatasetForm.empty(), null);
    }

    @POST
    @Path("new")
    @UploadPage
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(List<EntityPart> parts) throws IOException {
        Actor actor = current.require();
        PageForm form = DatasetForm.read(parts);
        Optional<EntityPart> file = DatasetForm.file(parts);
        try {
            DatasetDescription description = DatasetForm.description(form);
            if (file.isEmpty()) {
                throw new InvalidInput("file", "Choose the file to load");
            }
            return load(form, description, file.get(), actor);
        } catch (InvalidInput invalid) {
            return page(CohortProblems.of(invalid, form, DatasetForm.FIELDS), null);
        }
    }

    private Response load(
            PageForm form, DatasetDescription description, EntityPart file, Actor actor)
            throws IOException {
        try (InputStream content = file.getContent()) {
            LoadReport report =
                    datasets.load(description, file.getFileName().orElse(""), content, actor);
            if (report.accepted()) {
                return views.goTo("/datasets/" + report.datasetId() + "?done=loaded");
            }
            String problem =
                    "The file was not loaded: "
                            + Numbers.count(report.rejectedCount(), "fault", "faults")
                            + " found. Nothing was kept. Mend the file and choose it again";
            return page(
                    form.with(List.of(new FieldProblem("file", problem)), DatasetForm.FIELDS),
                    report);
        }
    }

    private Response page(PageForm form, LoadReport report) {
        return views.form(
                form,
                "cohort/load.jte",
                Map.of(
                        "form",
                        form,
                        "options",
                        DatasetForm.options(datasets),
                        "report",
                        Optional.ofNullable(report),
                        "limit",
                        datasets.maxBytes() / (1024 * 1024)));
    }
}
