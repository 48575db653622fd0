package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DisclosurePage;
import org.answerable.foi.DisclosureSummary;
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

    private static final int PER_CSV_PAGE = 200;
    private static final int MOST_CSV_PAGES = 50;

    @Inject private DisclosureLog log;
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
            description = "The whole result, up to 10,000 rows; page and per_page are ignored.")
    public Response csv(@BeanParam DisclosureQuery query) throws IOException {
        List<DisclosureSummary> items = new ArrayList<>();
        for (int page = 1; page <= MOST_CSV_PAGES; page++) {
            DisclosurePage found = log.search(query.filter().at(page, PER_CSV_PAGE));
            items.addAll(found.items());
            if (page >= found.pages()) {
                break;
            }
        }
        return Response.ok(DisclosureCsv.write(items))
                .header("Content-Disposition", "attachment; filename=\"disclosures.csv\"")
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
