package org.answerable.web.cohort;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.FieldError;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.PersonExtracts;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.WorkView;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Loading extracts about people: children with their registrations, and contacts. */
@Path("/datasets/extracts/new")
@Controller
@RequestScoped
public class ExtractPages {

    private static final String CONTACTS = "CONTACTS";
    private static final List<String> FIELDS =
            List.of(
                    "registrations",
                    "title",
                    "publisher",
                    "sourceSystem",
                    "extractDate",
                    "coversFrom",
                    "coversTo",
                    "licence",
                    "attribution",
                    "vintage",
                    "areaCovered",
                    "caveats",
                    "file");

    @Inject private PersonExtracts extracts;
    @Inject private Datasets datasets;
    @Inject private LoadingPages loading;
    @Inject private CurrentActor current;
    @Inject private Views views;

    /**
     * @param kind {@code CONTACTS}, or registrations
     */
    @GET
    public Response form(@QueryParam("kind") @DefaultValue("") String kind) {
        current.require().require(Role.ANALYST);
        return page(
                PageForm.filled(
                        Map.of(
                                "kind",
                                kind.equals(CONTACTS) ? CONTACTS : "REGISTRATIONS",
                                "vintage",
                                "LSOA_2021")),
                Optional.empty());
    }

    @POST
    @UploadPage
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(List<EntityPart> parts) throws IOException {
        Actor actor = current.require();
        PageForm form = DatasetForm.read(parts);
        Optional<EntityPart> chosen = DatasetForm.file(parts);
        try {
            ExtractDescription description = description(form);
            if (chosen.isEmpty()) {
                throw new InvalidInput("file", "Choose the file to load");
            }
            UploadedDataset file = LoadingPages.keep(chosen.get());
            return loading.load(
                    "Load of " + description.title(),
                    file,
                    true,
                    actor,
                    form,
                    FIELDS,
                    this::page,
                    (in, progress) -> load(form, description, file.name(), in, actor, progress));
        } catch (InvalidInput invalid) {
            return page(CohortProblems.of(invalid, form, FIELDS), Optional.empty());
        }
    }

    private LoadReport load(
            PageForm form,
            ExtractDescription description,
            String fileName,
            java.io.InputStream in,
            Actor actor,
            Progress progress) {
        return form.value("kind").equals(CONTACTS)
                ? extracts.loadContacts(
                        description, form.value("registrations"), fileName, in, actor, progress)
                : extracts.loadRegistrations(description, fileName, in, actor, progress);
    }

    private static ExtractDescription description(PageForm form) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate extractDate = DatasetForm.date(form, "extractDate", errors);
        LocalDate from = DatasetForm.date(form, "coversFrom", errors);
        LocalDate last = DatasetForm.date(form, "coversTo", errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new ExtractDescription(
                form.value("title"),
                form.value("publisher"),
                form.value("sourceSystem"),
                extractDate,
                form.value("licence"),
                form.value("attribution"),
                form.value("vintage"),
                form.value("areaCovered"),
                from,
                last == null ? null : last.plusDays(1),
                form.value("caveats"),
                false);
    }

    private Response page(PageForm form, Optional<WorkView> faults) {
        List<Option> registrations =
                datasets.offered(DatasetKind.REGISTRATIONS, current.require()).stream()
                        .filter(d -> !d.synthetic())
                        .map(d -> new Option(d.id(), d.id() + ", " + d.description().title()))
                        .toList();
        return views.form(
                form,
                "cohort/extract.jte",
                Map.of(
                        "form", form,
                        "registrations", registrations,
                        "vintages",
                                List.of(
                                        new Option("LSOA_2021", "LSOA of 2021"),
                                        new Option("LSOA_2011", "LSOA of 2011")),
                        "faults", faults,
                        "limit", datasets.maxBytes() / (1024 * 1024)));
    }
}
