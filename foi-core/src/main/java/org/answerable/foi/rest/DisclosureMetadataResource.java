package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.answerable.foi.Disclosure;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.NotFound;
import org.answerable.foi.document.DisclosureForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What search engines read beside the page of a published answer. */
@Path("/disclosures/{reference}.jsonld")
@RequestScoped
@Tag(name = "Freedom of Information")
public class DisclosureMetadataResource {

    @Inject private DisclosureLog log;
    @Context private UriInfo uri;

    @GET
    @Produces("application/ld+json")
    @Operation(summary = "One published answer in the words of schema.org")
    public Response get(@PathParam("reference") String reference) {
        Disclosure found =
                log.get(reference)
                        .orElseThrow(() -> new NotFound("No such answer has been published."));
        boolean gone = found.withdrawal().isPresent();
        JsonObject body =
                gone
                        ? DisclosureForm.write(found)
                        : DisclosureMetadata.document(uri.getBaseUri(), found);
        return Response.status(gone ? Response.Status.GONE : Response.Status.OK)
                .entity(body.toString())
                .build();
    }
}
