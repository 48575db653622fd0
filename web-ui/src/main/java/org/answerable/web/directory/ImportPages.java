package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.ImportOrder;
import org.answerable.directory.ImportReport;
import org.answerable.directory.ImportRunList;
import org.answerable.directory.Imports;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.Role;
import org.answerable.web.page.ListAddress;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Paging;
import org.answerable.web.page.Views;

/** Records of others: where they come from, importing a file or a feed, and what each run found. */
@Path("/directory/imports")
@Controller
@RequestScoped
public class ImportPages {

    private static final List<String> FILE_FIELDS =
            List.of(UploadForm.FILE, "source", "partner", "dry");
    private static final List<String> FEED_FIELDS =
            List.of("url", "source", "partner", "whole", "dry");
    private static final String RUN = "{run: [0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final double ASSURED_PARTNER = 0.6;
    private static final double OTHER = 0.3;
    private static final long PATIENCE = 5_000;
    private static final long MEGABYTE = 1L << 20;
    private static final int PER_PAGE = 50;

    @Inject private Imports imports;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        int number = ListAddress.page(page);
        ImportRunList runs = imports.runs(number, PER_PAGE, actor);
        return views.show(
                "directory/imports.jte",
                Map.of(
                        "sources",
                        imports.sources(actor),
                        "runs",
                        runs,
                        "paging",
                        new Paging("/directory/imports", number, PER_PAGE, runs.total())));
    }

    @GET
    @Path("file")
    public Response file() {
        return filePage(PageForm.empty());
    }

    @POST
    @Path("file")
    @ServiceUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response importFile(List<EntityPart> parts) {
        Actor actor = current.require();
        UploadForm sent = UploadForm.read(parts);
        if (sent.file().isEmpty()) {
            return fileRefused(
                    new InvalidInput(UploadForm.FILE, "Choose the file to import"), sent.form());
        }
        KeptFile file = KeptFile.keep(sent.file().get());
        boolean begun = false;
        try {
            String run = imports.start(order(sent.form()), file, actor);
            begun = true;
            return watch(run);
        } catch (InvalidInput invalid) {
            return fileRefused(invalid, sent.form());
        } catch (Conflict busy) {
            return fileRefused(new InvalidInput("source", busy.getMessage()), sent.form());
        } finally {
            if (!begun) {
                file.discard();
            }
        }
    }

    @GET
    @Path("feed")
    public Response feed() {
        return feedPage(PageForm.empty());
    }

    @POST
    @Path("feed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response importFeed(MultivaluedMap<String, String> sent) {
        PageForm form = PageForm.of(sent);
        try {
            return watch(imports.start(order(form), current.require()));
        } catch (InvalidInput invalid) {
            return feedRefused(invalid, form);
        } catch (Conflict busy) {
            return feedRefused(new InvalidInput("source", busy.getMessage()), form);
        }
    }

    @GET
    @Path(RUN)
    public Response show(
            @PathParam("run") String run, @QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        ImportReport report = imports.report(run, actor);
        int number = ListAddress.page(page);
        return views.show(
                "directory/importRun.jte",
                Map.of(
                        "run",
                        report,
                        "findings",
                        imports.findings(run, number, PER_PAGE, actor),
                        "paging",
                        new Paging(
                                "/directory/imports/" + run, number, PER_PAGE, report.findings())));
    }

    @POST
    @Path(RUN + "/stop")
    public Response stop(@PathParam("run") String run) {
        imports.stop(run, current.require());
        return watch(run);
    }

    @POST
    @Path(RUN + "/resume")
    public Response goOn(@PathParam("run") String run) {
        imports.goOn(run, current.require());
        return watch(run);
    }

    private Response watch(String run) {
        imports.await(run, PATIENCE);
        return views.goTo("/directory/imports/" + run);
    }

    private static ImportOrder order(PageForm form) {
        return new ImportOrder(
                form.value("source"),
                form.chosen("partner", "yes") ? ASSURED_PARTNER : OTHER,
                form.chosen("dry", "yes"),
                form.value("url"),
                form.chosen("whole", "yes"));
    }

    private Response fileRefused(InvalidInput invalid, PageForm form) {
        return filePage(DirectoryProblems.of(invalid, form, FILE_FIELDS));
    }

    private Response feedRefused(InvalidInput invalid, PageForm form) {
        return feedPage(DirectoryProblems.of(invalid, form, FEED_FIELDS));
    }

    private Response filePage(PageForm form) {
        current.require().require(Role.DIRECTORY_EDITOR);
        return views.form(
                form,
                "directory/importFile.jte",
                Map.of("form", form, "limit", imports.maxBytes() / MEGABYTE));
    }

    private Response feedPage(PageForm form) {
        return views.form(
                form,
                "directory/importFeed.jte",
                Map.of("form", form, "feeds", imports.feeds(current.require())));
    }
}
