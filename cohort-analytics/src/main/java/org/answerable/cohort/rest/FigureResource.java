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
import java.net.URI;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureFormats;
import org.answerable.cohort.FigureMaps;
import org.answerable.cohort.FigureQuestion;
import org.answerable.cohort.FigureRequest;
import org.answerable.cohort.Figures;
import org.answerable.cohort.MeasureRequest;
import org.answerable.cohort.NotFound;
import org.answerable.spreadsheet.OdsWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Figures: for everyone once released, for analysts before. An unreleased one does not exist for
 * others.
 */
@Tag(name = "Cohort figures")
@Path("/api/cohort/figures")
@RequestScoped
public class FigureResource {

    private static final String ID = "{id}";

    private Figures figures;
    private FigureFormats formats;
    private FigureMaps maps;
    private CurrentActor currentActor;

    protected FigureResource() {}

    @Inject
    public FigureResource(
            Figures figures, FigureFormats formats, FigureMaps maps, CurrentActor currentActor) {
        this.figures = figures;
        this.formats = formats;
        this.maps = maps;
        this.currentActor = currentActor;
    }

    @Operation(summary = "A figure with its provenance; public once released")
    @GET
    @Path(ID)
    @Produces(MediaType.APPLICATION_JSON)
    public String json(@PathParam("id") String id) {
        return formats.json(visible(id));
    }

    @Operation(summary = "The table of a figure as CSV")
    @GET
    @Path(ID + ".csv")
    @Produces("text/csv; charset=UTF-8")
    public Response csv(@PathParam("id") String id) throws IOException {
        StringBuilder csv = new StringBuilder();
        formats.csv(visible(id), csv);
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".csv\"")
                .header(
                        HttpHeaders.LINK,
                        "<"
                                + id
                                + ".csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"")
                .build();
    }

    @Operation(summary = "What the columns of the CSV are (W3C CSV on the Web)")
    @GET
    @Path(ID + ".csv-metadata.json")
    @Produces("application/csvm+json")
    public String csvMetadata(@PathParam("id") String id) {
        return formats.csvMetadata(visible(id));
    }

    @Operation(summary = "A figure as an accessible spreadsheet")
    @GET
    @Path(ID + ".ods")
    @Produces(OdsWriter.MEDIA_TYPE)
    public Response ods(@PathParam("id") String id) throws IOException {
        ByteArrayOutputStream ods = new ByteArrayOutputStream();
        formats.ods(visible(id), ods);
        return Response.ok(ods.toByteArray())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".ods\"")
                .build();
    }

    @Operation(summary = "A figure with its provenance, as a file")
    @GET
    @Path(ID + ".json")
    @Produces(MediaType.APPLICATION_JSON)
    public String jsonFile(@PathParam("id") String id) {
        return json(id);
    }

    @Operation(summary = "A figure as a chart")
    @GET
    @Path(ID + ".svg")
    @Produces("image/svg+xml; charset=UTF-8")
    public String svg(@PathParam("id") String id) {
        return formats.svg(visible(id));
    }

    @Operation(summary = "A figure by area as a map, where the outlines are loaded")
    @GET
    @Path(ID + ".map.svg")
    @Produces("image/svg+xml; charset=UTF-8")
    public String map(@PathParam("id") String id) {
        return maps.svg(visible(id))
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no map: the rows are no areas, or their outlines are"
                                                + " not loaded."));
    }

    /** Computes a figure: 201 and its place, or 422 with the fields at fault. */
    @Operation(summary = "Compute a figure of a cohort or of a population")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response compute(String body) {
        Actor actor = currentActor.require();
        Figure figure = compute(FigureRequestJson.read(body), actor);
        return Response.created(URI.create("/api/cohort/figures/" + figure.id()))
                .entity(formats.json(figure))
                .build();
    }

    @Operation(summary = "Compute a figure again and compare")
    @POST
    @Path(ID + "/recompute")
    @Produces(MediaType.APPLICATION_JSON)
    public String recompute(@PathParam("id") String id) {
        return ComparisonJson.write(figures.recompute(id, currentActor.require()));
    }

    private Figure compute(FigureQuestion question, Actor actor) {
        return question instanceof MeasureRequest measure
                ? figures.compute(measure, actor)
                : figures.compute((FigureRequest) question, actor);
    }

    private Figure visible(String id) {
        return figures.visible(id, currentActor.get())
                .orElseThrow(() -> new NotFound("There is no figure " + id + "."));
    }
}
