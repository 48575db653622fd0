package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Directory;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ServicePage;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Finding a service, and the page of one. */
@Path("/services")
@Controller
@RequestScoped
public class ServicePages {

    private static final int PER_PAGE = 20;

    @Inject private Directory directory;
    @Inject private Views views;

    @GET
    public Response search(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("page") @DefaultValue("1") String page) {
        ListAddress address = ListAddress.of("/services").with("q", q);
        try {
            ServicePage found = directory.search(q, ListAddress.page(page), PER_PAGE);
            return page(found, address.form(), address);
        } catch (InvalidInput invalid) {
            ServicePage none = new ServicePage(List.of(), 1, PER_PAGE, 0);
            List<FieldProblem> problems =
                    invalid.errors().stream()
                            .map(error -> new FieldProblem(error.field(), error.message()))
                            .toList();
            return page(none, address.form().with(problems, List.of("q")), address);
        }
    }

    @GET
    @Path("{id: [0-9a-f]{8}-[0-9a-f-]{27}}")
    public Response show(@PathParam("id") String id) {
        return views.show(
                "directory/service.jte",
                Map.of("service", directory.service(id).orElseThrow(NotFoundException::new)));
    }

    private Response page(ServicePage found, PageForm form, ListAddress address) {
        Paging paging =
                new Paging(address.toString(), found.page(), found.perPage(), found.total());
        return views.form(
                form,
                "directory/services.jte",
                Map.of("found", found, "form", form, "paging", paging));
    }
}
