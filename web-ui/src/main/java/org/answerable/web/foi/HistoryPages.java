package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Histories;
import org.answerable.web.page.Views;

/** Whether the record of what was done is whole. */
@Path("/history")
@Controller
@RequestScoped
public class HistoryPages {

    @Inject private Histories histories;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response check() {
        return views.show("foi/history.jte", Map.of("check", histories.verify(current.require())));
    }
}
