package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Cohort;
import org.answerable.cohort.CohortCount;
import org.answerable.cohort.CohortData;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.Cohorts;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkState;
import org.answerable.cohort.WorkView;
import org.answerable.web.page.Dates;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/**
 * Defining a cohort and changing one: check shows sentence and counts before anything is kept; a
 * change makes the next version.
 */
@Path("/cohorts")
@Controller
@RequestScoped
public class CohortFormPages {

    private static final String ID = "{id: C-[0-9]{4}-[0-9]{4,12}}";
    private static final int LONGEST_DOCUMENT = 800_000;
    private static final String NEW = "/cohorts/new";
    private static final Logger LOG = Logger.getLogger(CohortFormPages.class.getName());

    @Inject private Cohorts cohorts;
    @Inject private Counting counting;
    @Inject private CurrentActor current;
    @Inject private Views views;

    /**
     * What “Check” found.
     *
     * @param count empty while the work goes on that counts
     */
    public record Checked(String sentence, Optional<CohortCount> count, Optional<WorkView> work) {}

    /**
     * @param from a cohort to copy; empty for an empty form
     */
    @GET
    @Path("new")
    public Response form(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("version") @DefaultValue("") String version) {
        Actor actor = analyst();
        if (from.isEmpty()) {
            return page(NEW, CohortForm.empty(), Optional.empty(), actor);
        }
        Cohort copied =
                (version.matches("[0-9]{1,6}")
                                ? cohorts.find(from, Integer.parseInt(version), actor)
                                : cohorts.find(from, actor))
                        .orElseThrow(NotFoundException::new);
        PageForm form =
                CohortForm.of(copied.definition())
                        .alsoWith("title", "Copy of " + copied.definition().title());
        return page(NEW, form, Optional.empty(), actor);
    }

    @POST
    @Path("new")
    public Response define(Form sent) {
        Actor actor = analyst();
        return answer(NEW, PageForm.of(sent.asMap()), d -> cohorts.define(d, actor), actor);
    }

    @GET
    @Path(ID + "/edit")
    public Response edit(@PathParam("id") String id) {
        Actor actor = analyst();
        Cohort cohort = cohorts.find(id, actor).orElseThrow(NotFoundException::new);
        PageForm form =
                CohortForm.of(cohort.definition())
                        .alsoWith("seen", Integer.toString(cohort.version()));
        return page(place(id), form, Optional.empty(), actor);
    }

    @POST
    @Path(ID + "/edit")
    public Response revise(@PathParam("id") String id, Form sent) {
        Actor actor = analyst();
        PageForm form = PageForm.of(sent.asMap());
        String seen = form.value("seen");
        int version = seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0;
        return answer(place(id), form, d -> cohorts.revise(id, version, d, actor), actor);
    }

    /**
     * @param cohort the cohort that the document is to change; empty for a new one
     */
    @GET
    @Path("upload")
    public Response upload(@QueryParam("cohort") @DefaultValue("") String cohort) {
        analyst();
        return uploadPage(PageForm.filled(Map.of("cohort", cohort)));
    }

    /** Reads a document into the form, checked, and keeps nothing yet. */
    @POST
    @Path("upload")
    @UploadPage
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(List<EntityPart> parts) throws IOException {
        Actor actor = analyst();
        PageForm sent = DatasetForm.read(parts);
        try {
            CohortDefinition definition = cohorts.read(document(parts));
            PageForm form = CohortForm.of(definition).alsoWith("action", "check");
            String id = sent.value("cohort");
            if (id.isEmpty()) {
                return answer(NEW, form, d -> cohorts.define(d, actor), actor);
            }
            Cohort changed = cohorts.find(id, actor).orElseThrow(NotFoundException::new);
            return answer(
                    place(id),
                    form.alsoWith("seen", Integer.toString(changed.version())),
                    d -> cohorts.revise(id, changed.version(), d, actor),
                    actor);
        } catch (InvalidInput invalid) {
            return uploadPage(
                    sent.with(
                            invalid.errors().stream()
                                    .map(
                                            e ->
                                                    new FieldProblem(
                                                            "file", e.field() + ": " + e.message()))
                                    .toList(),
                            List.of("file")));
        }
    }

    private static String document(List<EntityPart> parts) throws IOException {
        EntityPart file =
                DatasetForm.file(parts)
                        .orElseThrow(() -> new InvalidInput("file", "Choose the file to read"));
        try (InputStream content = file.getContent()) {
            byte[] bytes = content.readNBytes(LONGEST_DOCUMENT);
            return new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        }
    }

    private Response answer(String action, PageForm form, Keeping keeping, Actor actor) {
        Optional<PageForm> changed = CohortForm.changed(form);
        if (changed.isPresent()) {
            return page(action, changed.get(), Optional.empty(), actor);
        }
        CohortForm fields = new CohortForm(form);
        try {
            CohortDefinition definition = fields.definition();
            if (form.value("action").equals("save")) {
                Cohort kept = keeping.keep(definition);
                if (cohorts.counted(definition, actor).isEmpty()) {
                    countOf(kept, actor);
                }
                return views.goTo("/cohorts/" + kept.id() + "?done=saved");
            }
            return page(action, form, Optional.of(checked(definition, actor)), actor);
        } catch (InvalidInput invalid) {
            return page(action, fields.refused(invalid), Optional.empty(), actor);
        } catch (Conflict conflict) {
            PageForm again =
                    form.with(List.of(new FieldProblem("", conflict.getMessage())), List.of());
            return page(action, again, Optional.empty(), actor);
        }
    }

    private Checked checked(CohortDefinition definition, Actor actor) {
        String sentence = cohorts.sentence(definition, actor);
        Optional<CohortCount> before = cohorts.counted(definition, actor);
        if (before.isPresent()) {
            return new Checked(sentence, before, Optional.empty());
        }
        WorkView work = counting.check(definition, actor);
        if (work.state() == WorkState.FAILED && !work.problems().isEmpty()) {
            throw new InvalidInput(work.problems());
        }
        if (work.state() == WorkState.FAILED || work.state() == WorkState.CANCELLED) {
            throw new Conflict(work.message());
        }
        return new Checked(sentence, cohorts.counted(definition, actor), Optional.of(work));
    }

    /** The cohort is kept already: its page shows whether it is counted yet. */
    private void countOf(Cohort kept, Actor actor) {
        try {
            counting.count(kept, actor);
        } catch (Conflict tooMuchAtOnce) {
            LOG.log(Level.FINE, tooMuchAtOnce.getMessage());
        }
    }

    /** Defining or revising. */
    private interface Keeping {
        Cohort keep(CohortDefinition definition);
    }

    private Response page(String action, PageForm form, Optional<Checked> checked, Actor actor) {
        List<CohortData> data = cohorts.data(actor);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("action", action);
        parameters.put("form", form);
        parameters.put("checked", checked);
        parameters.put("data", data.stream().map(CohortFormPages::option).toList());
        parameters.put("services", options(cohorts.services(actor)));
        parameters.put("modes", options(cohorts.modes(actor)));
        parameters.put("events", CohortForm.numbers(form, CohortForm.EVENTS));
        parameters.put("exclusions", CohortForm.numbers(form, CohortForm.EXCLUSIONS));
        parameters.put(
                "invented",
                data.stream()
                        .filter(CohortData::synthetic)
                        .map(d -> CohortForm.data(d.registrations(), d.contacts()))
                        .anyMatch(form.value("data")::equals));
        return views.form(form, "cohort/cohortForm.jte", parameters);
    }

    private Response uploadPage(PageForm form) {
        return views.form(form, "cohort/cohortUpload.jte", Map.of("form", form));
    }

    private static Option option(CohortData data) {
        return new Option(
                CohortForm.data(data.registrations(), data.contacts()),
                data.registrations()
                        + (data.contacts() == null ? "" : " with contacts " + data.contacts())
                        + ": "
                        + data.title()
                        + ", "
                        + Dates.words(data.from())
                        + " to "
                        + Dates.words(data.to().minusDays(1)));
    }

    private static List<Option> options(List<String> words) {
        return words.stream().map(word -> new Option(word, word)).toList();
    }

    private Actor analyst() {
        Actor actor = current.require();
        actor.require(Role.ANALYST);
        return actor;
    }

    private static String place(String id) {
        return "/cohorts/" + id + "/edit";
    }
}
