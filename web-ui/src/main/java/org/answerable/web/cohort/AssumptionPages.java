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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.cohort.Assumption;
import org.answerable.cohort.AssumptionRevision;
import org.answerable.cohort.Assumptions;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Role;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** What calculations assume: for everyone to read, for analysts to record a new version of. */
@Path("/assumptions")
@Controller
@RequestScoped
public class AssumptionPages {

    private static final String ID = "{id: [A-Z][0-9]{1,3}}";

    @Inject private Assumptions assumptions;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        return views.show(
                "cohort/assumptions.jte",
                Map.of("assumptions", assumptions.inForce(), "analyst", mayRevise()));
    }

    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        return views.show(
                "cohort/assumption.jte",
                Map.of(
                        "versions",
                        assumptions.versions(id),
                        "analyst",
                        mayRevise(),
                        "signedIn",
                        current.get().isPresent(),
                        "recorded",
                        done.equals("recorded")));
    }

    @GET
    @Path(ID + "/edit")
    public Response form(@PathParam("id") String id) {
        current.require().require(Role.ANALYST);
        Assumption kept = assumptions.versions(id).get(0);
        return formPage(kept, filled(kept));
    }

    private static PageForm filled(Assumption kept) {
        Map<String, String> values = new HashMap<>(DateParts.of("asOf", kept.asOf()));
        kept.parts().forEach(part -> values.put(part.name(), part.text()));
        values.put("basedOn", Integer.toString(kept.version()));
        values.put("statement", kept.statement());
        values.put("low", kept.low().map(BigDecimal::toPlainString).orElse(""));
        values.put("high", kept.high().map(BigDecimal::toPlainString).orElse(""));
        values.put("citation", kept.citation().orElse(""));
        values.put("owner", kept.owner());
        return PageForm.filled(values);
    }

    @POST
    @Path(ID + "/edit")
    public Response revise(@PathParam("id") String id, Form sent) {
        PageForm form = PageForm.of(sent.asMap());
        Assumption kept = assumptions.versions(id).get(0);
        try {
            assumptions.revise(revision(kept, form), current.require());
            return views.goTo("/assumptions/" + id + "?done=recorded");
        } catch (InvalidInput invalid) {
            return formPage(kept, CohortProblems.of(invalid, form, fields(kept)));
        }
    }

    private static AssumptionRevision revision(Assumption kept, PageForm form) {
        Map<String, String> parts = new HashMap<>();
        kept.parts().forEach(part -> parts.put(part.name(), form.value(part.name())));
        String basedOn = form.value("basedOn");
        return new AssumptionRevision(
                kept.id(),
                basedOn.matches("\\d{1,9}") ? Integer.parseInt(basedOn) : 0,
                form.value("statement"),
                parts,
                form.value("low"),
                form.value("high"),
                form.value("citation"),
                DateParts.iso(form, "asOf"),
                form.value("owner"),
                form.value("reason"));
    }

    private static List<String> fields(Assumption kept) {
        List<String> fields = new ArrayList<>(List.of("statement"));
        kept.parts().forEach(part -> fields.add(part.name()));
        fields.addAll(List.of("low", "high", "citation", "asOf", "owner", "reason"));
        return fields;
    }

    private Response formPage(Assumption kept, PageForm form) {
        return views.form(
                form, "cohort/assumptionForm.jte", Map.of("assumption", kept, "form", form));
    }

    private boolean mayRevise() {
        return current.get().filter(actor -> actor.roles().contains(Role.ANALYST)).isPresent();
    }
}
