package org.answerable.web.directory;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Imports;
import org.answerable.directory.Role;
import org.answerable.directory.TooLarge;
import org.answerable.web.security.BodyLimit;
import org.answerable.web.security.LimitedBody;

/**
 * Asks who uploads services, and refuses a file beyond the limit, before the parts of the body are unpacked to disk. The
 * fields beside the file may take 64 kB.
 */
@Provider
@ApplicationScoped
@ServiceUpload
@Priority(Priorities.AUTHORIZATION)
public class ServiceUploadGate implements ContainerRequestFilter {

    private static final long FIELDS = 1L << 16;

    @Inject private Imports imports;
    @Inject private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        current.require().require(Role.DIRECTORY_EDITOR);
        long limit = imports.maxBytes() + FIELDS;
        if (BodyLimit.statedLength(request) > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new LimitedBody(request.getEntityStream(), limit, this::tooLarge));
    }

    private TooLarge tooLarge() {
        return new TooLarge(imports.maxBytes(), "ANSWERABLE_IMPORTS_MAX_BYTES");
    }
}
