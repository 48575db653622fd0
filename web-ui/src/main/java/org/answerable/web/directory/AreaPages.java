package org.answerable.web.directory;

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
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.AreaFiles;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.Role;
import org.answerable.web.page.Numbers;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Areas: what is known of each kind, and loading a look-up or boundaries. */
@Path("/services/areas")
@Controller
@RequestScoped
public class AreaPages {

    private static final long MEGABYTE = 1L << 20;

    @Inject private AreaFiles areas;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("done") @DefaultValue("") String done) {
        current.require().require(Role.DIRECTORY_EDITOR, Role.ADMIN);
        return page(PageForm.empty(), List.of(), done.equals("loaded"));
    }

    @POST
    @GeographyUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(List<EntityPart> parts) {
        Actor actor = current.require();
        UploadForm sent = UploadForm.read(parts);
        if (sent.file().isEmpty()) {
            return refused(
                    new InvalidInput(UploadForm.FILE, "Choose the file to load"),
                    sent.form(),
                    List.of());
        }
        KeptFile file = KeptFile.keep(sent.file().get());
        try {
            AreaFiles.Report report = areas.load(file, false, actor);
            if (report.accepted()) {
                return views.goTo("/services/areas?done=loaded");
            }
            String found = Numbers.count(report.rejected().size(), "fault", "faults");
            return refused(
                    new InvalidInput(
                            UploadForm.FILE,
                            "The file was not loaded: "
                                    + found
                                    + " found. Nothing was kept. Mend the file and choose it again"),
                    sent.form(),
                    report.rejected());
        } catch (InvalidInput invalid) {
            return refused(invalid, sent.form(), List.of());
        } finally {
            file.discard();
        }
    }

    private Response refused(InvalidInput invalid, PageForm form, List<RejectedRow> faults) {
        return page(DirectoryProblems.of(invalid, form, List.of(UploadForm.FILE)), faults, false);
    }

    private Response page(PageForm form, List<RejectedRow> faults, boolean loaded) {
        return views.form(
                form,
                "directory/areas.jte",
                Map.of(
                        "holdings",
                        areas.holdings(),
                        "form",
                        form,
                        "faults",
                        faults,
                        "loaded",
                        loaded,
                        "limit",
                        areas.maxBytes() / MEGABYTE));
    }
}
