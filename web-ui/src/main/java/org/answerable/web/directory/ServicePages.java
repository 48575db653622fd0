package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.directory.Directory;
import org.answerable.directory.Duplicates;
import org.answerable.directory.FoundServices;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ServiceSearch;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;
import org.answerable.web.security.ReadsOnly;

/**
 * Finding a service, and the page of one. The form is sent in the body, so that a postcode, an age or a pregnancy gets
 * into no address, history or log; an address with the same names works as well, for links.
 */
@Path("/services")
@Controller
@RequestScoped
public class ServicePages {

    private static final int PER_PAGE = 20;
    private static final List<String> FIELDS =
            List.of("postcode", "need", "age", "unit", "day", "q", "page");
    private static final List<Option> UNITS =
            List.of(
                    new Option("years", "years"),
                    new Option("months", "months"),
                    new Option("weeks", "weeks of pregnancy"));
    private static final List<Option> DAYS =
            List.of(
                    new Option("", "Any day"),
                    new Option("now", "Open now"),
                    new Option("MO", "Monday"),
                    new Option("TU", "Tuesday"),
                    new Option("WE", "Wednesday"),
                    new Option("TH", "Thursday"),
                    new Option("FR", "Friday"),
                    new Option("SA", "Saturday"),
                    new Option("SU", "Sunday"));

    @Inject private Directory directory;
    @Inject private Duplicates duplicates;
    @Inject private Geography geography;
    @Inject private Views views;

    @Context private UriInfo uri;

    @GET
    public Response search() {
        return found(PageForm.of(uri.getQueryParameters()));
    }

    @POST
    @ReadsOnly
    public Response searchWithoutAddress(MultivaluedMap<String, String> sent) {
        return found(PageForm.of(sent));
    }

    @GET
    @Path("{id: [0-9a-f]{8}-[0-9a-f-]{27}}")
    public Response show(@PathParam("id") String id) {
        Optional<String> successor = duplicates.successor(id);
        if (successor.isPresent()) {
            return views.goTo("/services/" + successor.get());
        }
        return views.show(
                "directory/service.jte",
                Map.of("service", directory.service(id).orElseThrow(NotFoundException::new)));
    }

    private Response found(PageForm form) {
        int page = ListAddress.page(form.value("page"));
        try {
            return page(directory.find(search(form, page, PER_PAGE)), form);
        } catch (InvalidInput invalid) {
            FoundServices none =
                    new FoundServices(List.of(), 1, PER_PAGE, 0, List.of(), null, null, null);
            return page(none, DirectoryProblems.of(invalid, form, FIELDS));
        }
    }

    private static ServiceSearch search(PageForm form, int page, int perPage) {
        return new ServiceSearch(
                form.value("q"),
                form.value("need"),
                form.value("postcode"),
                form.value("age"),
                form.value("unit"),
                form.value("day"),
                page,
                perPage);
    }

    private Response page(FoundServices found, PageForm form) {
        boolean personal = !form.value("postcode").isBlank() || !form.value("age").isBlank();
        ListAddress address = ListAddress.of("/services");
        for (String field : FIELDS) {
            if (!field.equals("page") && !form.value(field).isEmpty()) {
                address = address.with(field, form.value(field));
            }
        }
        List<Option> needs = new ArrayList<>();
        needs.add(new Option("", "Anything"));
        directory
                .needs()
                .forEach(n -> needs.add(new Option(n.id(), n.name() + " (" + n.services() + ")")));
        return views.form(
                form,
                "directory/services.jte",
                Map.of(
                        "found",
                        found,
                        "form",
                        form,
                        "choices",
                        new SearchChoices(needs, UNITS, DAYS),
                        "paging",
                        new Paging(
                                address.toString(),
                                (int) Math.min(found.page(), Integer.MAX_VALUE),
                                found.perPage(),
                                found.total()),
                        "personal",
                        personal,
                        "map",
                        new ResultMap(found),
                        "attribution",
                        geography.attribution().orElse("")));
    }
}
