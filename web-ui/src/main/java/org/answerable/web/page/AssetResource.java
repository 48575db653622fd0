package org.answerable.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.answerable.web.page.Assets.Asset;

/** Serves the assets; a name stands for one content for ever, so they are cached for a year. */
@Path("/assets/{name}")
@RequestScoped
public class AssetResource {

    @Inject private Assets assets;

    @GET
    public Response get(@PathParam("name") String name) {
        Asset asset = assets.find(name).orElseThrow(NotFoundException::new);
        return Response.ok(asset.content(), asset.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
