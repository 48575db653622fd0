package org.answerable.web.open;

import jakarta.enterprise.context.RequestScoped;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The public home page and the statements every public site owes its readers. */
@Path("/")
@Controller
@RequestScoped
public class HomePages {

    @GET
    public String home() {
        return "open/home.jte";
    }

    @GET
    @Path("accessibility")
    public String accessibility() {
        return "open/accessibility.jte";
    }

    @GET
    @Path("privacy")
    public String privacy() {
        return "open/privacy.jte";
    }
}
