package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.answerable.foi.Authorities;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureFilter;
import org.answerable.foi.DisclosureImport;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.NotFound;
import org.answerable.foi.document.DisclosureForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public disclosure log: no sign-in, nothing about requesters. */
@Path("/api/foi")
@RequestScoped
@Tag(name = "Freedom of Information")
public class DisclosureResource {

    @Inject private DisclosureLog log;
    @Inject private DisclosureImport imports;
    @Inject private Authorities authorities;
    @Inject private CurrentActor current;
    @Context private UriInfo uri;

    @GET
    @Path("disclosures")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Published answers, latest first")
    public JsonObject search(@BeanParam DisclosureQuery query) {
        return DisclosurePageForm.write(log.search(query.filter()));
    }

    @GET
    @Path("disclosures.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(
            summary = "Published answers as CSV",
            description = "The whole result, whatever its length; page and per_page are ignored.")
    public Response csv(@BeanParam DisclosureQuery query) {
        DisclosureFilter filter = query.filter();
        StreamingOutput file =
                out -> {
                    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    log.forEach(filter, new DisclosureCsv(text)::add);
                    text.flush();
                };
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"disclosures.csv\"")
                .build();
    }

    @GET
    @Path("disclosures.jsonld")
    @Produces("application/ld+json")
    @Operation(summary = "The log as a catalogue of data sets (DCAT)")
    public String catalogue() {
        return DisclosureMetadata.catalogue(uri.getBaseUri(), authorities.all()).toString();
    }

    @POST
    @Path("disclosures/imports")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take over your authority's earlier log",
            description =
                    "CSV in UTF-8 with the columns reference, subject, received, answered, outcome,"
                            + " question, answer and optionally exemptions. All rows or none; the"
                            + " same file again changes nothing.")
    @APIResponse(responseCode = "200", description = "Taken over, or nothing new in it")
    @APIResponse(responseCode = "422", description = "Nothing was kept: the faults, row by row")
    public Response load(InputStream body) throws IOException {
        DisclosureImport.Report report = imports.load(body, current.require());
        return Response.status(report.accepted() ? 200 : 422)
                .entity(ImportReportForm.write(report))
                .build();
    }

    @GET
    @Path("disclosures.atom")
    @Produces("application/atom+xml; charset=UTF-8")
    @Operation(summary = "Published answers as an Atom feed")
    public String atom(@BeanParam DisclosureQuery query) {
        return DisclosureAtom.write(
                uri.getBaseUri(), uri.getRequestUri(), log.search(query.filter()).items());
    }

    @GET
    @Path("disclosures/{reference}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One published answer with its figures",
            description = "Of a withdrawn one only the reason of the withdrawal, with status 410.")
    @APIResponse(responseCode = "200", description = "The published answer")
    @APIResponse(responseCode = "404", description = "Not published")
    @APIResponse(responseCode = "410", description = "Withdrawn, with the reason")
    public Response get(@PathParam("reference") String reference) {
        Disclosure found =
                log.get(reference)
                        .orElseThrow(() -> new NotFound("No such answer has been published."));
        Response.Status status =
                found.withdrawal().isPresent() ? Response.Status.GONE : Response.Status.OK;
        return Response.status(status).entity(DisclosureForm.write(found)).build();
    }
}
