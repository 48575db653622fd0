package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Works;
import org.answerable.web.page.Views;

/** How far a load or a count is; the page comes again by itself until it ends. */
@Path("/work/{id: [0-9]{1,18}}")
@Controller
@RequestScoped
public class WorkPages {

    @Inject private Works works;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response show(@PathParam("id") long id) {
        return views.show("cohort/work.jte", Map.of("work", works.find(id, current.require())));
    }

    /** Where something that work made is to be seen, by its reference. */
    public static String place(String reference) {
        return switch (reference.charAt(0)) {
            case 'C' -> "/cohorts/" + reference;
            case 'F' -> "/figures/" + reference;
            case 'N' -> "/need/" + reference;
            default -> "/datasets/" + reference;
        };
    }

    @POST
    @Path("stop")
    public Response stop(@PathParam("id") long id) {
        works.cancel(id, current.require());
        return views.goTo("/work/" + id);
    }
}
