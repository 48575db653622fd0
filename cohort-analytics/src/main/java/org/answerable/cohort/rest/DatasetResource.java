package org.answerable.cohort.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.Progress;
import org.answerable.cohort.PublicFiles;
import org.answerable.cohort.RejectedRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The datasets, for analysts. */
@Tag(name = "Cohort datasets")
@Path("/api/cohort/datasets")
@RequestScoped
public class DatasetResource {

    private Datasets datasets;
    private PublicFiles publicFiles;
    private CurrentActor currentActor;

    protected DatasetResource() {}

    @Inject
    public DatasetResource(Datasets datasets, PublicFiles publicFiles, CurrentActor currentActor) {
        this.datasets = datasets;
        this.publicFiles = publicFiles;
        this.currentActor = currentActor;
    }

    @Operation(summary = "The datasets, newest first")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list(
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue("50") int perPage) {
        return DatasetJson.page(datasets.list(page, perPage, currentActor.require()));
    }

    @Operation(summary = "One dataset with its districts")
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public String one(@PathParam("id") String id) {
        return datasets.find(id, currentActor.require())
                .map(DatasetJson::one)
                .orElseThrow(() -> new NotFound("There is no such dataset."));
    }

    /** Loads a file: 201 and its place, or 422 with the faults by line, or 413. */
    @Operation(
            summary =
                    "Register and load a dataset: multipart with the part \"file\" (CSV, GeoJSON or a zip"
                            + " of them, its form told by the header), the fields of its description and,"
                            + " if wanted, \"kind\"")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response load(List<EntityPart> parts) throws IOException {
        Actor actor = currentActor.require();
        DatasetForm form = DatasetForm.of(parts);
        try (InputStream file = form.file().getContent()) {
            LoadReport report =
                    publicFiles.load(
                            form.kind(),
                            form.description(),
                            form.file().getFileName().orElse(""),
                            file,
                            actor,
                            Progress.NONE);
            if (!report.accepted()) {
                throw new InvalidInput(errors(report));
            }
            return Response.created(URI.create("/api/cohort/datasets/" + report.datasetId()))
                    .entity(DatasetJson.report(report, datasets.ofFile(report.sha256(), actor)))
                    .build();
        }
    }

    private static List<FieldError> errors(LoadReport report) {
        List<FieldError> errors = new ArrayList<>();
        for (RejectedRow row : report.rejected()) {
            String found = row.value().isEmpty() ? "" : " Found: " + row.value();
            errors.add(new FieldError(row.place(), row.message() + found));
        }
        long more = report.rejectedCount() - report.rejected().size();
        if (more > 0) {
            errors.add(new FieldError("file", "There are " + more + " more faults."));
        }
        return errors;
    }
}
