package org.answerable.web.open;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.answerable.foi.PublicRequests;

/** A letter that went out, for the requester. */
@Path("/requests/{token: [A-Za-z0-9_-]{43}}/letters/{id: [0-9]{1,18}}.pdf")
@RequestScoped
public class RequestFile {

    @Inject private PublicRequests requests;

    @GET
    public Response pdf(@PathParam("token") String token, @PathParam("id") long id) {
        return Response.ok(requests.letter(token, id), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"letter-" + id + ".pdf\"")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .build();
    }
}
