package org.answerable.cohort.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.answerable.cohort.Quantities;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** May these two numbers be divided, and what would be right: public, nothing is kept. */
@Tag(name = "Cohort quantities")
@Path("/api/cohort/compatibility")
@RequestScoped
public class CompatibilityResource {

    private Quantities quantities;

    protected CompatibilityResource() {}

    @Inject
    public CompatibilityResource(Quantities quantities) {
        this.quantities = quantities;
    }

    /** Takes {@code numerator}, {@code denominator} and, if not coverage, {@code operation}. */
    @Operation(summary = "Whether two numbers go together, why not, and what would be right")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String check(String body) {
        return CompatibilityJson.write(quantities.compare(CompatibilityJson.read(body)));
    }
}
