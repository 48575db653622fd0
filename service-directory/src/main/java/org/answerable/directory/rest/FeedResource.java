package org.answerable.directory.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.answerable.directory.feed.Feed;
import org.answerable.directory.json.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open Referral UK 3.0. The address answers with and without a slash at its end. */
@Tag(name = "Open Referral UK")
@Path("/oruk/v3")
@RequestScoped
public class FeedResource {

    private static final String VERSION = "HSDS-UK-3.0";
    private static final String PROFILE = "https://docs.openreferraluk.org/en/latest/";

    private Feed feed;
    private PublicAddress address;

    @Context private UriInfo uri;
    @Context private Request request;
    @Context private HttpHeaders headers;

    protected FeedResource() {}

    @Inject
    public FeedResource(Feed feed, PublicAddress address) {
        this.feed = feed;
        this.address = address;
    }

    @Operation(summary = "Which version of the standard this is, and where it is described")
    @GET
    public Response about() {
        String about =
                Json.createObjectBuilder()
                        .add("version", VERSION)
                        .add("profile", PROFILE)
                        .add("openapi_url", address.ofFeed() + "/openapi.json")
                        .build()
                        .toString();
        return FeedResponses.of(about, request, headers);
    }

    @Operation(summary = "This feed as an OpenAPI document")
    @GET
    @Path("openapi.json")
    public Response openApi() {
        try (InputStream document = FeedResource.class.getResourceAsStream("oruk-openapi.json")) {
            String text = new String(document.readAllBytes(), StandardCharsets.UTF_8);
            return FeedResponses.of(text.replace("{feed}", address.ofFeed()), request, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Operation(summary = "Services")
    @GET
    @Path("services")
    public Response services() {
        return FeedResponses.of(feed.services(uri.getQueryParameters()), request, headers);
    }

    @Operation(summary = "One service with all that belongs to it")
    @GET
    @Path("services/{id}")
    public Response service(@PathParam("id") String id) {
        return FeedResponses.of(feed.service(id), request, headers);
    }

    @Operation(summary = "Services at their locations")
    @GET
    @Path("service_at_locations")
    public Response serviceAtLocations() {
        return FeedResponses.of(
                feed.serviceAtLocations(uri.getQueryParameters()), request, headers);
    }

    @Operation(summary = "One service at a location")
    @GET
    @Path("service_at_locations/{id}")
    public Response serviceAtLocation(@PathParam("id") String id) {
        return FeedResponses.of(feed.serviceAtLocation(id), request, headers);
    }

    @Operation(summary = "Organisations")
    @GET
    @Path("organizations")
    public Response organizations() {
        return FeedResponses.of(feed.organizations(uri.getQueryParameters()), request, headers);
    }

    @Operation(summary = "One organisation with its services")
    @GET
    @Path("organizations/{id}")
    public Response organization(@PathParam("id") String id) {
        return FeedResponses.of(feed.organization(id, uri.getQueryParameters()), request, headers);
    }

    @Operation(summary = "Taxonomies")
    @GET
    @Path("taxonomies")
    public Response taxonomies() {
        return FeedResponses.of(feed.taxonomies(uri.getQueryParameters()), request, headers);
    }

    @Operation(summary = "One taxonomy with its terms")
    @GET
    @Path("taxonomies/{id}")
    public Response taxonomy(@PathParam("id") String id) {
        return FeedResponses.of(feed.taxonomy(id), request, headers);
    }

    @Operation(summary = "Terms of taxonomies")
    @GET
    @Path("taxonomy_terms")
    public Response taxonomyTerms() {
        return FeedResponses.of(feed.taxonomyTerms(uri.getQueryParameters()), request, headers);
    }

    @Operation(summary = "One term")
    @GET
    @Path("taxonomy_terms/{id}")
    public Response taxonomyTerm(@PathParam("id") String id) {
        return FeedResponses.of(feed.taxonomyTerm(id), request, headers);
    }
}
