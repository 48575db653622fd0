package org.answerable.cohort.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.answerable.cohort.Prevalences;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What studies and policies say of how common something is: public. */
@Tag(name = "Prevalence library")
@Path("/api/cohort/prevalences")
@RequestScoped
public class PrevalenceResource {

    private Prevalences prevalences;

    protected PrevalenceResource() {}

    @Inject
    public PrevalenceResource(Prevalences prevalences) {
        this.prevalences = prevalences;
    }

    @Operation(summary = "The prevalence library: the version in force of each entry")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list() {
        return PrevalenceJson.list(prevalences.inForce());
    }
}
