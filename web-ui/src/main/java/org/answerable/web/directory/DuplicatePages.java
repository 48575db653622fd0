package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.DuplicateList;
import org.answerable.directory.Duplicates;
import org.answerable.directory.InvalidInput;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Services that may be one: the queue, and both records side by side. */
@Path("/directory/duplicates")
@Controller
@RequestScoped
public class DuplicatePages {

    private static final String ADDRESS = "/directory/duplicates";
    private static final String ID = "{id: [0-9]{1,18}}";
    private static final String KEEP = "keep";
    private static final int PER_PAGE = 50;
    private static final long PATIENCE = 5_000;

    @Inject private Duplicates duplicates;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        int number = ListAddress.page(page);
        DuplicateList found = duplicates.waiting(number, PER_PAGE, actor);
        return views.show(
                "directory/duplicates.jte",
                Map.of(
                        "found",
                        found,
                        "run",
                        duplicates.latest(actor),
                        "paging",
                        new Paging(ADDRESS, number, PER_PAGE, found.total())));
    }

    @POST
    @Path("compare")
    public Response compare() {
        duplicates.start(current.require());
        duplicates.await(PATIENCE);
        return views.goTo(ADDRESS);
    }

    @GET
    @Path(ID)
    public Response show(@PathParam("id") long id) {
        return page(id, PageForm.empty());
    }

    @POST
    @Path(ID + "/merge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(
            @PathParam("id") long id, @FormParam(KEEP) @DefaultValue("") String keep) {
        try {
            duplicates.merge(id, keep, current.require());
        } catch (InvalidInput invalid) {
            PageForm form = PageForm.filled(Map.of(KEEP, keep));
            return page(id, DirectoryProblems.of(invalid, form, List.of(KEEP)));
        }
        return views.goTo(ADDRESS + "/" + id);
    }

    @POST
    @Path(ID + "/distinct")
    public Response notTheSame(@PathParam("id") long id) {
        duplicates.notTheSame(id, current.require());
        return views.goTo(ADDRESS);
    }

    @POST
    @Path(ID + "/undo")
    public Response undo(@PathParam("id") long id) {
        duplicates.undo(id, current.require());
        return views.goTo(ADDRESS + "/" + id);
    }

    private Response page(long id, PageForm form) {
        return views.form(
                form,
                "directory/duplicate.jte",
                Map.of("pair", duplicates.pair(id, current.require()), "form", form));
    }
}
