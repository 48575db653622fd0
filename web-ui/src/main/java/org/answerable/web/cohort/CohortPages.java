package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.CohortData;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Page;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Cohorts: the list, and a version of one with its counts, for analysts. */
@Path("/cohorts")
@Controller
@RequestScoped
public class CohortPages {

    private static final int PER_PAGE = 50;
    private static final String ID = "{id: C-[0-9]{4}-[0-9]{4,12}}";

    @Inject private Cohorts cohorts;
    @Inject private Counting counting;
    @Inject private CurrentActor current;
    @Inject private Views views;

    /** One version in the list of versions, and what it changed. */
    public record Version(Cohort cohort, List<String> changes) {}

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        Page<Cohort> found = cohorts.list(ListAddress.page(page), PER_PAGE, actor);
        return views.show(
                "cohort/cohorts.jte",
                Map.of(
                        "found",
                        found,
                        "paging",
                        new Paging("/cohorts", found.page(), found.perPage(), found.total()),
                        "anyData",
                        !cohorts.data(actor).isEmpty()));
    }

    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        Actor actor = current.require();
        return page(cohorts.find(id, actor).orElseThrow(NotFoundException::new), id, done, actor);
    }

    @GET
    @Path(ID + "/versions/{version: [0-9]{1,6}}")
    public Response version(
            @PathParam("id") String id,
            @PathParam("version") int version,
            @QueryParam("done") @DefaultValue("") String done) {
        Actor actor = current.require();
        return page(
                cohorts.find(id, version, actor).orElseThrow(NotFoundException::new),
                id + ", version " + version,
                done,
                actor);
    }

    /** Counts a version and shows it, or the work if that takes long or fails. */
    @POST
    @Path(ID + "/versions/{version: [0-9]{1,6}}/count")
    public Response count(@PathParam("id") String id, @PathParam("version") int version) {
        Actor actor = current.require();
        Cohort cohort = cohorts.find(id, version, actor).orElseThrow(NotFoundException::new);
        WorkView work = counting.count(cohort, actor);
        return views.goTo(
                work.state() == WorkState.DONE
                        ? "/cohorts/" + id + "/versions/" + version + "?done=counted"
                        : "/work/" + work.id());
    }

    /**
     * @param name what the page is of: the cohort, or one version of it
     * @param done what was done just now: {@code saved} or {@code counted}
     */
    private Response page(Cohort cohort, String name, String done, Actor actor) {
        Optional<CohortCount> count = Optional.empty();
        String notCounted = "";
        try {
            count = cohorts.counted(cohort.definition(), actor);
        } catch (InvalidInput e) {
            notCounted = e.getMessage();
        }
        return views.show(
                "cohort/cohort.jte",
                Map.of(
                        "cohort", cohort,
                        "name", name,
                        "versions", versions(cohort.id(), actor),
                        "count", count,
                        "notCounted", notCounted,
                        "counting", counting.running(cohort, actor),
                        "done", done,
                        "invented", invented(cohort, actor)));
    }

    private List<Version> versions(String id, Actor actor) {
        List<Cohort> all = cohorts.versions(id, actor);
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Cohort later = all.get(i);
            versions.add(
                    new Version(
                            later,
                            i + 1 == all.size()
                                    ? List.of()
                                    : cohorts.changes(
                                            all.get(i + 1).definition(), later.definition())));
        }
        return versions;
    }

    private boolean invented(Cohort cohort, Actor actor) {
        String registrations = cohort.definition().registrations();
        return cohorts.data(actor).stream()
                .filter(data -> data.registrations().equals(registrations))
                .anyMatch(CohortData::synthetic);
    }
}
