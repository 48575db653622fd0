package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.answerable.foi.DeadlineCalculator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statutory clock as a pure calculation: public, nothing is kept. */
@Path("/api/foi/deadline")
@RequestScoped
@Tag(name = "Freedom of Information")
public class DeadlineResource {

    @Inject private DeadlineCalculator calculator;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Work out a due date",
            description =
                    "Regime FOIA, EIR or SAR, the day of receipt and the events that moved the"
                            + " clock.")
    @APIResponse(responseCode = "200", description = "The due date with its explanation")
    @APIResponse(responseCode = "422", description = "Bad input, or beyond the known holidays")
    public JsonObject calculate(InputStream body) throws IOException {
        DeadlineForm.Question question = DeadlineForm.read(JsonBody.read(body));
        return DeadlineForm.write(
                question,
                calculator.calculate(question.regime(), question.received(), question.events()));
    }
}
