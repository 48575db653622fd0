package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CasePage;
import org.answerable.foi.CaseState;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Role;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** The officers' work list and the approvers' list; every filter is in the address. */
@Path("/")
@Controller
@RequestScoped
public class WorkListPages {

    private static final int PER_PAGE = 50;

    @Inject private FoiCases cases;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    @Path("cases")
    public Response cases(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("overdue") @DefaultValue("") String overdue,
            @QueryParam("sort") @DefaultValue("due") String sort,
            @QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        CaseFilter filter =
                new CaseFilter(
                        state(state),
                        Optional.empty(),
                        q,
                        Optional.empty(),
                        overdue.equals("yes"),
                        sort(sort),
                        ListAddress.page(page),
                        PER_PAGE);
        CasePage found = cases.find(filter, actor);
        ListAddress address =
                ListAddress.of("/cases").with("q", q).with("state", state).with("overdue", overdue);
        return views.show(
                "foi/work-list.jte",
                Map.of(
                        "cases", found,
                        "form", address.form(),
                        "states", states(),
                        "sort", sort,
                        "address", address,
                        "paging", paging(address.with("sort", sort), found),
                        "mayRegister", actor.has(Role.OFFICER)));
    }

    @GET
    @Path("approvals")
    public Response approvals(@QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        actor.require(Role.APPROVER);
        CaseFilter filter =
                new CaseFilter(
                        Optional.of(CaseState.AWAITING_APPROVAL),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        false,
                        CaseFilter.Sort.DUE,
                        ListAddress.page(page),
                        PER_PAGE);
        CasePage found = cases.find(filter, actor);
        return views.show(
                "foi/approvals.jte",
                Map.of("cases", found, "paging", paging(ListAddress.of("/approvals"), found)));
    }

    private static Paging paging(ListAddress address, CasePage found) {
        return new Paging(address.toString(), found.page(), found.perPage(), found.total());
    }

    private static List<Option> states() {
        return Stream.concat(
                        Stream.of(new Option("", "Any state")),
                        Arrays.stream(CaseState.values())
                                .map(state -> new Option(state.name(), state.label())))
                .toList();
    }

    private static Optional<CaseState> state(String name) {
        return Arrays.stream(CaseState.values()).filter(s -> s.name().equals(name)).findFirst();
    }

    private static CaseFilter.Sort sort(String name) {
        return Arrays.stream(CaseFilter.Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(CaseFilter.Sort.DUE);
    }
}
