package org.answerable.directory.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.ImportOrder;
import org.answerable.directory.ImportReport;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.json.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports for programs of editors: begun here, watched at the address that is answered. */
@Tag(name = "Directory")
@Path("/api/directory/imports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ImportResource {

    private static final long PATIENCE = 5_000;
    private static final int ACCEPTED = 202;
    private static final String RUN = "{run: [0-9a-f-]{36}}";

    private Imports imports;
    private CurrentActor current;

    protected ImportResource() {}

    @Inject
    public ImportResource(Imports imports, CurrentActor current) {
        this.imports = imports;
        this.current = current;
    }

    @Operation(
            summary =
                    "Import a file of services: multipart with the part \"file\" (Open Referral UK or HSDS: one a"
                            + " line, a list, or a page of a feed) and, if wanted, \"source\", \"partner\" (true for"
                            + " an assured partner), \"dry\" (true to check only). 200 with the report, or 202 while"
                            + " it runs")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(List<EntityPart> parts) {
        Actor actor = current.require();
        ImportParts sent = ImportParts.of(parts);
        KeptImport file = KeptImport.keep(sent.file());
        boolean begun = false;
        try {
            String run = imports.start(sent.fields().order(""), file, actor);
            begun = true;
            return answer(run, actor);
        } finally {
            if (!begun) {
                file.discard();
            }
        }
    }

    @Operation(
            summary =
                    "Import a feed: {\"url\": its base address, on the operator's list}, and, if wanted, \"source\","
                            + " \"partner\", \"dry\", \"whole\" (true to read all and not only what changed)")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response feed(String body) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            json = reader.readObject();
        } catch (RuntimeException e) {
            // Of several types: syntax, no object, nesting too deep.
            throw new InvalidInput("body", "The body is not a JSON object.");
        }
        return feed(ImportFields.of(json));
    }

    @Operation(summary = "The same as a form")
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response feed(MultivaluedMap<String, String> form) {
        return feed(
                new ImportFields(
                        form.keySet().stream()
                                .filter(name -> form.getFirst(name) != null)
                                .collect(Collectors.toMap(name -> name, form::getFirst))));
    }

    private Response feed(ImportFields fields) {
        Actor actor = current.require();
        ImportOrder order = fields.order(fields.text("url"));
        return answer(imports.start(order, actor), actor);
    }

    private Response answer(String run, Actor actor) {
        imports.await(run, PATIENCE);
        ImportReport report = imports.report(run, actor);
        return Response.status(report.running() ? ACCEPTED : Response.Status.OK.getStatusCode())
                .location(URI.create("/api/directory/imports/" + run))
                .entity(ImportJson.of(report))
                .build();
    }

    @Operation(summary = "Import runs, newest first")
    @GET
    public String runs(
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue("50") int perPage) {
        return ImportJson.of(imports.runs(page, perPage, current.require()), page, perPage);
    }

    @Operation(summary = "How far an import is, or how it ended")
    @GET
    @Path(RUN)
    public String run(@PathParam("run") String run) {
        return ImportJson.of(imports.report(run, current.require()));
    }

    @Operation(summary = "Everything that an import found in what it received, as CSV")
    @GET
    @Path(RUN + "/findings.csv")
    @Produces("text/csv")
    public Response findings(@Parameter(required = true) @PathParam("run") String run) {
        Actor actor = current.require();
        imports.report(run, actor);
        StreamingOutput csv = out -> FindingsCsv.write(imports, run, actor, out);
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"findings-" + run + ".csv\"")
                .build();
    }

    @Operation(summary = "Stop an import; what it has published stays")
    @POST
    @Path(RUN + "/stop")
    public String stop(@PathParam("run") String run) {
        imports.stop(run, current.require());
        return run(run);
    }

    @Operation(summary = "Go on with an import of a feed that broke off, at its last page")
    @POST
    @Path(RUN + "/resume")
    public Response goOn(@PathParam("run") String run) {
        Actor actor = current.require();
        imports.goOn(run, actor);
        return answer(run, actor);
    }
}
