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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Conflict;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Dataset;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.Page;
import org.answerable.cohort.PublicFiles;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkView;
import org.answerable.cohort.Works;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** The dataset register: what there is, loading a publisher's file, withdrawing a dataset. */
@Path("/datasets")
@Controller
@RequestScoped
public class DatasetPages {

    private static final int PER_PAGE = 50;
    private static final String ID = "{id: D-[0-9]{4}-[0-9]{4,12}}";

    @Inject private Datasets datasets;
    @Inject private PublicFiles publicFiles;
    @Inject private LoadingPages loading;
    @Inject private Works works;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("kind") @DefaultValue("") String kind) {
        Actor actor = current.require();
        Optional<DatasetKind> wanted =
                Arrays.stream(DatasetKind.values()).filter(k -> k.name().equals(kind)).findFirst();
        Page<Dataset> found =
                datasets.list(wanted.orElse(null), ListAddress.page(page), PER_PAGE, actor);
        ListAddress address =
                ListAddress.of("/datasets").with("kind", wanted.map(Enum::name).orElse(""));
        return views.show(
                "cohort/datasets.jte",
                Map.of(
                        "found",
                        found,
                        "running",
                        works.running(actor),
                        "form",
                        PageForm.filled(Map.of("kind", wanted.map(Enum::name).orElse(""))),
                        "kinds",
                        kinds(),
                        "paging",
                        new Paging(
                                address.toString(), found.page(), found.perPage(), found.total())));
    }

    /**
     * @param compare {@code yes} to hold registrations against a population
     */
    @GET
    @Path(ID)
    public Response show(
            @PathParam("id") String id,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("compare") @DefaultValue("") String compare) {
        Actor actor = current.require();
        Dataset dataset = found(id, actor);
        return views.show(
                "cohort/dataset.jte",
                Map.of(
                        "dataset", dataset,
                        "labels", DatasetForm.labels(datasets),
                        "versions", datasets.versions(id, actor),
                        "uses", datasets.uses(id, actor),
                        "sample", datasets.sample(id, actor),
                        "unmatched", datasets.unmatched(id, actor),
                        "compared", compare.equals("yes"),
                        "check",
                                compare.equals("yes")
                                        ? datasets.checkPopulation(id, actor)
                                        : Optional.empty(),
                        "loaded", done.equals("loaded")));
    }

    @GET
    @Path(ID + "/withdraw")
    public Response withdrawal(@PathParam("id") String id) {
        Actor actor = current.require();
        return withdrawalPage("cohort/withdraw.jte", found(id, actor), PageForm.empty(), actor);
    }

    @POST
    @Path(ID + "/withdraw")
    public Response withdraw(@PathParam("id") String id, Form sent) {
        Actor actor = current.require();
        PageForm form = PageForm.of(sent.asMap());
        Dataset dataset = found(id, actor);
        try {
            datasets.withdraw(id, form.value("reason"), actor);
            return views.goTo("/datasets/" + id);
        } catch (InvalidInput invalid) {
            return withdrawalPage(
                    "cohort/withdraw.jte",
                    dataset,
                    CohortProblems.of(invalid, form, List.of("reason")),
                    actor);
        }
    }

    @GET
    @Path(ID + "/remove")
    public Response removal(@PathParam("id") String id) {
        Actor actor = current.require();
        return withdrawalPage("cohort/remove.jte", found(id, actor), PageForm.empty(), actor);
    }

    @POST
    @Path(ID + "/remove")
    public Response remove(@PathParam("id") String id, Form sent) {
        Actor actor = current.require();
        PageForm form = PageForm.of(sent.asMap());
        Dataset dataset = found(id, actor);
        try {
            datasets.remove(id, form.value("reason"), actor);
            return views.goTo("/datasets/" + id);
        } catch (InvalidInput invalid) {
            return refusedRemoval(dataset, form, invalid, actor);
        } catch (Conflict conflict) {
            return refusedRemoval(
                    dataset, form, new InvalidInput("reason", conflict.getMessage()), actor);
        }
    }

    private Response refusedRemoval(
            Dataset dataset, PageForm form, InvalidInput invalid, Actor actor) {
        return withdrawalPage(
                "cohort/remove.jte",
                dataset,
                CohortProblems.of(invalid, form, List.of("reason")),
                actor);
    }

    @GET
    @Path("new")
    public Response form() {
        current.require().require(Role.ANALYST);
        return page(DatasetForm.empty(), Optional.empty(), List.of());
    }

    @POST
    @Path("new")
    @UploadPage
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(List<EntityPart> parts) throws IOException {
        Actor actor = current.require();
        PageForm form = DatasetForm.read(parts);
        Optional<EntityPart> chosen = DatasetForm.file(parts);
        try {
            DatasetKind kind = DatasetForm.kind(form);
            DatasetDescription description = DatasetForm.description(form);
            if (chosen.isEmpty()) {
                throw withoutFile(kind, description);
            }
            return load(form, kind, description, chosen.get(), actor);
        } catch (InvalidInput invalid) {
            return page(refused(form, invalid), Optional.empty(), List.of());
        }
    }

    private Response load(
            PageForm form,
            DatasetKind kind,
            DatasetDescription description,
            EntityPart chosen,
            Actor actor) {
        UploadedDataset file = LoadingPages.keep(chosen);
        List<Dataset> same = datasets.ofFile(file.sha256(), actor);
        boolean begun = false;
        try {
            try (InputStream beginning = file.open()) {
                publicFiles.check(kind, description, beginning);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            if (!same.isEmpty() && !form.value("again").equals("yes")) {
                String found = same.stream().map(Dataset::id).collect(Collectors.joining(", "));
                throw new InvalidInput(
                        "again",
                        "This very file is loaded already as "
                                + found
                                + ". Tick this to load it once more, and choose the file again");
            }
            begun = true;
            return loading.load(
                    "Load of " + description.title(),
                    file,
                    false,
                    actor,
                    form,
                    DatasetForm.FIELDS,
                    (refused, faults) -> page(refused, faults, List.of()),
                    (in, progress) ->
                            publicFiles.load(kind, description, file.name(), in, actor, progress));
        } catch (InvalidInput invalid) {
            return page(refused(form, invalid), Optional.empty(), same);
        } finally {
            if (!begun) {
                file.delete();
            }
        }
    }

    /** What is wrong with the description besides, so that all is told at once. */
    private InvalidInput withoutFile(DatasetKind kind, DatasetDescription description) {
        List<FieldError> errors = new ArrayList<>();
        try {
            publicFiles.check(kind, description, InputStream.nullInputStream());
        } catch (InvalidInput invalid) {
            errors.addAll(invalid.errors());
        }
        errors.add(new FieldError("file", "Choose the file to load"));
        return new InvalidInput(errors);
    }

    private static PageForm refused(PageForm form, InvalidInput invalid) {
        return CohortProblems.of(invalid, form, DatasetForm.FIELDS);
    }

    private Response page(PageForm form, Optional<WorkView> faults, List<Dataset> same) {
        return views.form(
                form,
                "cohort/load.jte",
                Map.of(
                        "form",
                        form,
                        "options",
                        DatasetForm.options(datasets),
                        "faults",
                        faults,
                        "same",
                        same,
                        "limit",
                        datasets.maxBytes() / (1024 * 1024)));
    }

    private Response withdrawalPage(String template, Dataset dataset, PageForm form, Actor actor) {
        return views.form(
                form,
                template,
                Map.of(
                        "dataset",
                        dataset,
                        "form",
                        form,
                        "uses",
                        datasets.uses(dataset.id(), actor)));
    }

    private Dataset found(String id, Actor actor) {
        return datasets.find(id, actor).orElseThrow(NotFoundException::new);
    }

    private static List<Option> kinds() {
        List<Option> kinds = new ArrayList<>();
        kinds.add(new Option("", "All kinds"));
        Arrays.stream(DatasetKind.values())
                .forEach(kind -> kinds.add(new Option(kind.name(), kind.label())));
        return kinds;
    }
}
