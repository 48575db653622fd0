package org.answerable.cohort.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Cohort definitions as JSON documents, each version kept, and their counts. For analysts: counts
 * made here are not released.
 */
@Tag(name = "Cohorts")
@Path("/api/cohort/cohorts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CohortResource {

    private static final String ID = "{id}";
    private static final int MOST_PER_PAGE = 200;

    private Cohorts cohorts;
    private CurrentActor currentActor;

    protected CohortResource() {}

    @Inject
    public CohortResource(Cohorts cohorts, CurrentActor currentActor) {
        this.cohorts = cohorts;
        this.currentActor = currentActor;
    }

    @Operation(summary = "The newest version of each cohort, newest first")
    @GET
    public String list(
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("per_page") @DefaultValue("50") String perPage) {
        return CohortJson.page(
                cohorts.list(
                        number("page", page, Integer.MAX_VALUE),
                        number("per_page", perPage, MOST_PER_PAGE),
                        currentActor.require()));
    }

    /** 201 and its place, or 422 with every field at fault. */
    @Operation(summary = "Define a cohort from a JSON document")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response define(String document) {
        Actor actor = currentActor.require();
        Cohort cohort = cohorts.define(cohorts.read(document), actor);
        return Response.created(place(cohort))
                .tag(tag(cohort))
                .entity(CohortJson.one(cohort))
                .build();
    }

    @Operation(summary = "A version of a cohort, the newest when none is named")
    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id, @QueryParam("version") @DefaultValue("") String version) {
        Cohort cohort = found(id, version);
        return Response.ok(CohortJson.one(cohort)).tag(tag(cohort)).build();
    }

    @Operation(summary = "The definition alone, as a document that can be sent again")
    @GET
    @Path(ID + "/definition")
    public Response definition(
            @PathParam("id") String id, @QueryParam("version") @DefaultValue("") String version) {
        Cohort cohort = found(id, version);
        String name = cohort.id() + "-version-" + cohort.version() + ".json";
        return Response.ok(cohort.document())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** 409 when somebody made a newer version meanwhile. */
    @Operation(
            summary =
                    "Keep a changed definition as the next version; If-Match (or version=) names the"
                            + " version it was made from")
    @PUT
    @Path(ID)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revise(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("") String match,
            @QueryParam("version") @DefaultValue("") String version,
            String document) {
        Actor actor = currentActor.require();
        String seen = match.isEmpty() ? version : match.replaceAll("^(W/)?\"|\"$", "");
        Cohort cohort =
                cohorts.revise(
                        id,
                        number("version", seen, Integer.MAX_VALUE),
                        cohorts.read(document),
                        actor);
        return Response.ok(CohortJson.one(cohort)).tag(tag(cohort)).build();
    }

    @Operation(summary = "Count a kept cohort and what each of its conditions removes")
    @POST
    @Path(ID + "/count")
    public String count(
            @PathParam("id") String id, @QueryParam("version") @DefaultValue("") String version) {
        Cohort cohort = found(id, version);
        return CohortJson.count(
                cohort.sentence(), cohorts.count(cohort.definition(), currentActor.require()));
    }

    @Operation(summary = "Count a definition without keeping it")
    @POST
    @Path("count")
    @Consumes(MediaType.APPLICATION_JSON)
    public String count(String document) {
        Actor actor = currentActor.require();
        CohortDefinition definition = cohorts.read(document);
        String sentence = cohorts.sentence(definition, actor);
        return CohortJson.count(sentence, cohorts.count(definition, actor));
    }

    private Cohort found(String id, String version) {
        Actor actor = currentActor.require();
        return (version.isEmpty()
                        ? cohorts.find(id, actor)
                        : cohorts.find(id, number("version", version, Integer.MAX_VALUE), actor))
                .orElseThrow(() -> new NotFound("There is no such cohort or version."));
    }

    private static int number(String field, String text, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new InvalidInput(
                field,
                most == Integer.MAX_VALUE
                        ? "Give a whole number from 1."
                        : "Give a whole number from 1 to " + most + ".");
    }

    private static String tag(Cohort cohort) {
        return Integer.toString(cohort.version());
    }

    private static URI place(Cohort cohort) {
        return URI.create("/api/cohort/cohorts/" + cohort.id());
    }
}
