package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Letters;

/** A letter as sent, to keep or to print. */
@Path("/cases/{reference: [A-Z]{2,8}-[0-9]{4}-[0-9]{4,9}}/letters/{id: [0-9]{1,18}}.pdf")
@RequestScoped
public class LetterFile {

    @Inject private Letters letters;
    @Inject private CurrentActor current;

    @GET
    public Response pdf(@PathParam("reference") String reference, @PathParam("id") long id) {
        byte[] pdf = letters.pdf(CaseReference.of(reference), id, current.require());
        return Response.ok(pdf, "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + reference + "-letter-" + id + ".pdf\"")
                .build();
    }
}
