package org.answerable.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** How a page is answered: shown, gone, refused with what was typed, or left for another. */
@RequestScoped
public class Views {

    private static final int OK = 200;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;

    @Inject private Models models;

    public Response show(String template, Map<String, Object> parameters) {
        return view(OK, template, parameters);
    }

    /** A form that cannot be taken as it is: shown again with every value kept. */
    public Response refuse(String template, Map<String, Object> parameters) {
        return view(UNPROCESSABLE, template, parameters);
    }

    /** What was here and is no more, and why. */
    public Response gone(String template, Map<String, Object> parameters) {
        return view(GONE, template, parameters);
    }

    /** The form again: as it is to be filled, or as it was refused. */
    public Response form(PageForm form, String template, Map<String, Object> parameters) {
        return form.refused() ? refuse(template, parameters) : show(template, parameters);
    }

    /** After a change: on to another page, so that a reload repeats nothing. */
    public Response goTo(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private Response view(int status, String template, Map<String, Object> parameters) {
        parameters.forEach(models::put);
        return Response.status(status).entity(template).build();
    }
}
