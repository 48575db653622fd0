package org.answerable.web.foi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Inbox;

/** A file that somebody sent us: only to be saved, never shown inside a page. */
@Path("/attachments/{id: [0-9]{1,18}}")
@RequestScoped
public class AttachmentFile {

    @Inject private Inbox inbox;
    @Inject private CurrentActor current;

    @GET
    public Response download(@PathParam("id") long id) {
        Inbox.File file = inbox.attachment(id, current.require());
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .build();
    }
}
