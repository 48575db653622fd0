package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Casework;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases of the signed-in person's authority. */
@Path("/api/foi/cases")
@RequestScoped
@Tag(name = "Freedom of Information")
public class CaseResource {

    private static final int PER_PAGE = 50;

    @Inject private FoiCases cases;
    @Inject private Casework casework;
    @Inject private CaseSteps steps;
    @Inject private CurrentActor currentActor;
    @Context private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register a request",
            description =
                    "The text is split into its numbered questions unless questions are given. The"
                            + " same Idempotency-Key again gives the same case.")
    @APIResponse(responseCode = "201", description = "Registered; Location is the case")
    @APIResponse(responseCode = "422", description = "The faults of the input, field by field")
    public Response register(InputStream body, @HeaderParam("Idempotency-Key") String submissionKey)
            throws IOException {
        Actor actor = currentActor.require();
        CaseReference reference = casework.register(RequestForm.read(body, submissionKey), actor);
        return Response.created(uri.getAbsolutePathBuilder().path(reference.toString()).build())
                .entity(CaseForm.write(cases.get(reference, actor)))
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The cases of your authority")
    public JsonObject find(
            @QueryParam("state") String state,
            @QueryParam("due_before") String dueBefore,
            @QueryParam("q") String q,
            @QueryParam("authority") String authority,
            @QueryParam("overdue") String overdue,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("per_page") String perPage) {
        Actor actor = currentActor.require();
        CaseFilter filter =
                new CaseFilter(
                        Parameters.choice("state", state, CaseState.class),
                        Parameters.date("due_before", dueBefore),
                        q,
                        Parameters.text(authority),
                        Boolean.parseBoolean(overdue),
                        Parameters.choice("sort", sort, CaseFilter.Sort.class)
                                .orElse(CaseFilter.Sort.DUE),
                        Parameters.number("page", page, 1),
                        Parameters.number("per_page", perPage, PER_PAGE));
        return CaseForm.write(cases.find(filter, actor));
    }

    @POST
    @Path("{reference}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record a clock event or take a step",
            description =
                    "A clock event has type, date and what its type needs (to, questions,"
                            + " exemptions, amount, body, permitted); with a channel a letter with"
                            + " the given words goes out. A step is named by the state that it"
                            + " leads to. The same event sent again is recorded once.")
    @APIResponse(responseCode = "200", description = "The case after it")
    @APIResponse(responseCode = "409", description = "The state forbids it, with the reason")
    @APIResponse(responseCode = "422", description = "The faults of the input, field by field")
    public JsonObject event(@PathParam("reference") String path, InputStream body)
            throws IOException {
        Actor actor = currentActor.require();
        CaseReference reference = CaseReference.of(path);
        steps.take(reference, JsonBody.read(body), actor);
        return CaseForm.write(cases.get(reference, actor));
    }

    @GET
    @Path("{reference}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One case: questions, deadline, decisions, history")
    @APIResponse(responseCode = "200", description = "The case")
    @APIResponse(responseCode = "404", description = "No such case in your authority")
    public JsonObject get(@PathParam("reference") String reference) {
        Actor actor = currentActor.require();
        return CaseForm.write(cases.get(CaseReference.of(reference), actor));
    }
}
