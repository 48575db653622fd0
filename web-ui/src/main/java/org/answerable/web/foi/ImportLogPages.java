package org.answerable.web.foi;

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
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.DisclosureImport;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Role;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.Numbers;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Taking over an authority's earlier disclosure log from CSV. */
@Path("/disclosures/import")
@Controller
@RequestScoped
public class ImportLogPages {

    @Inject private DisclosureImport imports;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response form(
            @QueryParam("added") @DefaultValue("") String added,
            @QueryParam("unchanged") @DefaultValue("") String unchanged) {
        current.require().require(Role.PUBLISHER);
        String done =
                added.matches("[0-9]{1,6}") && unchanged.matches("[0-9]{1,6}")
                        ? Numbers.count(Long.parseLong(added), "answer was", "answers were")
                                + " published, and "
                                + Numbers.count(Long.parseLong(unchanged), "was", "were")
                                        .toLowerCase(Locale.UK)
                                + " there already."
                        : "";
        return page(PageForm.empty(), null, done);
    }

    @POST
    @FileUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(List<EntityPart> parts) throws IOException {
        Optional<EntityPart> file = UploadedFile.of(parts);
        try {
            if (file.isEmpty()) {
                throw new InvalidInput("file", "Choose the file to import");
            }
            try (InputStream content = file.get().getContent()) {
                DisclosureImport.Report report = imports.load(content, current.require());
                return report.accepted() ? done(report) : refused(report);
            }
        } catch (InvalidInput invalid) {
            PageForm form = CaseProblems.of(invalid, PageForm.empty(), List.of("file"));
            return page(form, null, "");
        }
    }

    private Response done(DisclosureImport.Report report) {
        return views.goTo(
                ListAddress.of("/disclosures/import")
                        .with("added", String.valueOf(report.added()))
                        .with("unchanged", String.valueOf(report.unchanged()))
                        .toString());
    }

    private Response refused(DisclosureImport.Report report) {
        String problem =
                "Nothing was imported: "
                        + Numbers.count(report.faultCount(), "fault", "faults")
                        + " found. Mend the file and choose it again";
        PageForm form =
                PageForm.empty().with(List.of(new FieldProblem("file", problem)), List.of("file"));
        return page(form, report, "");
    }

    private Response page(PageForm form, DisclosureImport.Report report, String done) {
        return views.form(
                form,
                "foi/importLog.jte",
                Map.of("form", form, "report", Optional.ofNullable(report), "done", done));
    }
}
