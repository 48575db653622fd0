package org.answerable.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Actor;
import org.answerable.directory.Conflict;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.PostcodeEdition;
import org.answerable.directory.PostcodeEditions;
import org.answerable.directory.PostcodeLoad;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;

/** Postcodes: the edition in use, loading another, and what became of each. */
@Path("/services/postcodes")
@Controller
@RequestScoped
public class PostcodePages {

    private static final List<String> FIELDS = List.of("edition", "onlyAround", UploadForm.FILE);
    private static final long PATIENCE = 5_000;
    private static final String ID = "{id: [0-9]{1,18}}";
    private static final long MEGABYTE = 1L << 20;

    @Inject private PostcodeEditions postcodes;
    @Inject private CurrentActor current;
    @Inject private Views views;

    @GET
    public Response list() {
        return page(PageForm.empty());
    }

    @POST
    @GeographyUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response load(List<EntityPart> parts) {
        Actor actor = current.require();
        UploadForm sent = UploadForm.read(parts);
        if (sent.file().isEmpty()) {
            return refused(
                    new InvalidInput(UploadForm.FILE, "Choose the file to load"), sent.form());
        }
        KeptFile file = KeptFile.keep(sent.file().get());
        boolean begun = false;
        try {
            long id = postcodes.start(load(sent.form()), file, actor);
            begun = true;
            postcodes.await(id, PATIENCE);
            return views.goTo("/services/postcodes/" + id);
        } catch (InvalidInput invalid) {
            return refused(invalid, sent.form());
        } catch (Conflict busy) {
            return refused(new InvalidInput(UploadForm.FILE, busy.getMessage()), sent.form());
        } finally {
            if (!begun) {
                file.discard();
            }
        }
    }

    @GET
    @Path(ID)
    public Response show(@PathParam("id") long id) {
        return views.show(
                "directory/postcodeEdition.jte",
                Map.of("edition", postcodes.find(id, current.require())));
    }

    private static PostcodeLoad load(PageForm form) {
        List<String> codes =
                Arrays.stream(form.value("onlyAround").split("[,\\s]+"))
                        .filter(code -> !code.isBlank())
                        .toList();
        return new PostcodeLoad(form.value("edition").strip(), codes, false);
    }

    private Response refused(InvalidInput invalid, PageForm form) {
        return page(DirectoryProblems.of(invalid, form, FIELDS));
    }

    private Response page(PageForm form) {
        List<PostcodeEdition> all = postcodes.all(current.require());
        return views.form(
                form,
                "directory/postcodes.jte",
                Map.of(
                        "current",
                        postcodes.current(),
                        "editions",
                        all,
                        "form",
                        form,
                        "limit",
                        postcodes.maxBytes() / MEGABYTE));
    }
}
