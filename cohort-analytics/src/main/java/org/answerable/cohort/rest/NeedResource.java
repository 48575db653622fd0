package org.answerable.cohort.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.NeedEstimates;
import org.answerable.cohort.NeedFormats;
import org.answerable.cohort.NotFound;
import org.answerable.spreadsheet.OdsWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Need under uncertainty: worked out for everybody from the children that a caller gives; kept estimates for
 * everyone once released, for analysts before.
 */
@Tag(name = "Need")
@Path("/api/cohort/need")
@RequestScoped
public class NeedResource {

    private static final String ID = "{id: N-[0-9]{4}-[0-9]{4,12}}";

    private NeedEstimates estimates;
    private NeedFormats formats;
    private CurrentActor currentActor;

    protected NeedResource() {}

    @Inject
    public NeedResource(NeedEstimates estimates, NeedFormats formats, CurrentActor currentActor) {
        this.estimates = estimates;
        this.formats = formats;
        this.currentActor = currentActor;
    }

    @Operation(
            summary =
                    "How many of some children have a need, given shares that studies disagree on",
            description =
                    "population: [{group, count}]; prevalence: either [{group, mean, effectiveSize}] for each"
                            + " group, or sources for all with weights: [{library: P1, weight}] or [{mean,"
                            + " effectiveSize, weight}]. Optional: seed, draws (1,000 to 200,000), coupling"
                            + " (shared or independent), listError, chance. Nothing is kept.")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String compute(String body) {
        try {
            return NeedAnswerJson.write(estimates.compute(NeedQuestionJson.read(body)));
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.errors().stream().map(NeedResource::asSent).toList());
        }
    }

    /** Callers send the shares of groups as {@code prevalence}. */
    private static FieldError asSent(FieldError error) {
        return new FieldError(error.field().replaceFirst("^strata", "prevalence"), error.message());
    }

    @Operation(summary = "A kept estimate with its origin; public once released")
    @GET
    @Path(ID)
    @Produces(MediaType.APPLICATION_JSON)
    public String json(@PathParam("id") String id) {
        return formats.json(visible(id));
    }

    @Operation(summary = "Need by area as CSV")
    @GET
    @Path(ID + ".csv")
    @Produces("text/csv; charset=UTF-8")
    public Response csv(@PathParam("id") String id) throws IOException {
        StringBuilder csv = new StringBuilder();
        formats.csv(visible(id), csv);
        return file(csv.toString(), id + ".csv");
    }

    @Operation(summary = "An estimate as an accessible spreadsheet")
    @GET
    @Path(ID + ".ods")
    @Produces(OdsWriter.MEDIA_TYPE)
    public Response ods(@PathParam("id") String id) throws IOException {
        ByteArrayOutputStream ods = new ByteArrayOutputStream();
        formats.ods(visible(id), ods);
        return file(ods.toByteArray(), id + ".ods");
    }

    @Operation(summary = "The report as PDF/UA")
    @GET
    @Path(ID + ".pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id) {
        return file(formats.pdf(visible(id)), id + ".pdf");
    }

    @Operation(summary = "Need by area as a map, where the outlines are loaded")
    @GET
    @Path(ID + ".map.svg")
    @Produces("image/svg+xml; charset=UTF-8")
    public String map(@PathParam("id") String id) {
        return formats.map(visible(id))
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no map: the rows are no areas, or their outlines are"
                                                + " not loaded."));
    }

    @Operation(summary = "Work an estimate out again and compare")
    @POST
    @Path(ID + "/recompute")
    @Produces(MediaType.APPLICATION_JSON)
    public String recompute(@PathParam("id") String id) {
        return ComparisonJson.write(estimates.recompute(id, currentActor.require()));
    }

    private static Response file(Object content, String name) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private NeedEstimate visible(String id) {
        return estimates
                .visible(id, currentActor.get())
                .orElseThrow(() -> new NotFound("There is no estimate " + id + "."));
    }
}
