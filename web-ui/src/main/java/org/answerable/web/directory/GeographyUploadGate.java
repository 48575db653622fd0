package org.answerable.web.directory;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.PostcodeEditions;
import org.answerable.directory.Role;
import org.answerable.directory.TooLarge;
import org.answerable.web.security.BodyLimit;
import org.answerable.web.security.LimitedBody;

/**
 * Asks who uploads, and refuses a file beyond the limit, before the parts of the body are unpacked to
 * disk: by its stated length, or once the limit is passed. The fields beside the file may take 64 kB.
 */
@Provider
@ApplicationScoped
@GeographyUpload
@Priority(Priorities.AUTHORIZATION)
public class GeographyUploadGate implements ContainerRequestFilter {

    private static final long FIELDS = 1L << 16;

    @Inject private PostcodeEditions postcodes;
    @Inject private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        current.require().require(Role.DIRECTORY_EDITOR, Role.ADMIN);
        long limit = postcodes.maxBytes() + FIELDS;
        if (BodyLimit.statedLength(request) > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new LimitedBody(request.getEntityStream(), limit, this::tooLarge));
    }

    private TooLarge tooLarge() {
        return new TooLarge(postcodes.maxBytes(), "ANSWERABLE_POSTCODES_MAX_BYTES");
    }
}
