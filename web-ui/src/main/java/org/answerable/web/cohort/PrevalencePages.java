package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Prevalence;
import org.answerable.cohort.Prevalences;
import org.answerable.cohort.Role;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** The prevalence library: for everyone to read, for analysts to add to and to revise. */
@Path("/prevalence")
@Controller
@RequestScoped
public class PrevalencePages {

    private static final String ID = "{id: P[0-9]{1,6}}";
    private static final String FORM = "cohort/prevalenceForm.jte";

    @Inject private Prevalences prevalences;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        return views.show(
                "cohort/prevalences.jte",
                Map.of("entries", prevalences.inForce(), "analyst", mayRecord()));
    }

    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        return views.show(
                "cohort/prevalence.jte",
                Map.of(
                        "versions",
                        prevalences.versions(id),
                        "analyst",
                        mayRecord(),
                        "signedIn",
                        current.get().isPresent(),
                        "recorded",
                        done.equals("recorded")));
    }

    @GET
    @Path("new")
    public Response blank() {
        analyst();
        return formPage(Optional.empty(), PageForm.empty());
    }

    @POST
    @Path("new")
    public Response add(Form sent) {
        Actor actor = analyst();
        PageForm form = PageForm.of(sent.asMap());
        try {
            return recorded(prevalences.add(PrevalenceForm.revision("", form), actor));
        } catch (InvalidInput invalid) {
            return formPage(Optional.empty(), PrevalenceForm.refused(invalid, form));
        }
    }

    @GET
    @Path(ID + "/edit")
    public Response form(@PathParam("id") String id) {
        analyst();
        Prevalence kept = inForce(id);
        return formPage(Optional.of(kept), PrevalenceForm.filled(kept));
    }

    @POST
    @Path(ID + "/edit")
    public Response revise(@PathParam("id") String id, Form sent) {
        Actor actor = analyst();
        PageForm form = PageForm.of(sent.asMap());
        try {
            return recorded(prevalences.revise(PrevalenceForm.revision(id, form), actor));
        } catch (InvalidInput invalid) {
            return formPage(Optional.of(inForce(id)), PrevalenceForm.refused(invalid, form));
        } catch (Conflict conflict) {
            Prevalence now = inForce(id);
            return formPage(
                    Optional.of(now),
                    PrevalenceForm.changedMeanwhile(form, now, conflict.getMessage()));
        }
    }

    private Prevalence inForce(String id) {
        return prevalences.versions(id).get(0);
    }

    private Response recorded(Prevalence entry) {
        return views.goTo("/prevalence/" + entry.id() + "?done=recorded");
    }

    private Response formPage(Optional<Prevalence> kept, PageForm form) {
        Map<String, Object> parameters = new HashMap<>(Map.of("form", form));
        kept.ifPresent(entry -> parameters.put("kept", entry));
        return views.form(form, FORM, parameters);
    }

    private Actor analyst() {
        Actor actor = current.require();
        actor.require(Role.ANALYST);
        return actor;
    }

    private boolean mayRecord() {
        return current.get().filter(actor -> actor.roles().contains(Role.ANALYST)).isPresent();
    }
}
