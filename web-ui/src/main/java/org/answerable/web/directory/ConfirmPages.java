package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.answerable.directory.Confirmations;
import org.answerable.web.page.Views;

/** The page behind the link of a reminder: the record, and one button. */
@Path("/services/confirm/{token: [A-Za-z0-9_-]{10,80}}")
@Controller
@RequestScoped
public class ConfirmPages {

    @Inject private Confirmations confirmations;
    @Inject private Views views;

    @GET
    public Response show(@PathParam("token") String token) {
        return views.show(
                "directory/confirm.jte",
                Map.of("service", confirmations.service(token), "token", token));
    }

    @POST
    public Response confirm(@PathParam("token") String token) {
        return views.goTo("/services/" + confirmations.confirm(token));
    }
}
