package org.answerable.foi.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Histories;
import org.answerable.foi.HistoryCheck;
import org.answerable.foi.document.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the append-only histories are whole. */
@Path("/api/foi/history/check")
@RequestScoped
@Tag(name = "Freedom of Information")
public class HistoryResource {

    @Inject private Histories histories;
    @Inject private CurrentActor currentActor;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Check the chained history of one case or of all of your authority",
            description = "For auditors, administrators and FOI officers.")
    public JsonObject check(@QueryParam("case") String reference) {
        Actor actor = currentActor.require();
        HistoryCheck check =
                Parameters.text(reference)
                        .map(r -> histories.verify(CaseReference.of(r), actor))
                        .orElseGet(() -> histories.verify(actor));
        return Json.object()
                .add("whole", check.whole())
                .add("cases", check.cases())
                .add("entries", check.entries())
                .add(
                        "faults",
                        Json.array(
                                check.faults(),
                                f ->
                                        Json.object()
                                                .add("case", f.reference().toString())
                                                .add("position", f.position())
                                                .add("fault", f.fault())
                                                .build()))
                .build();
    }
}
