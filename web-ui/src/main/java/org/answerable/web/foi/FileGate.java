package org.answerable.web.foi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.Role;
import org.answerable.web.security.BodyLimit;
import org.answerable.web.security.LimitedBody;

/**
 * Asks who uploads, and refuses what no calendar and no log is as large as, before the parts of the
 * body are unpacked to disk. The fields beside the file may take 64 kB.
 */
@Provider
@ApplicationScoped
@FileUpload
@Priority(Priorities.AUTHORIZATION)
public class FileGate implements ContainerRequestFilter {

    private static final long MOST_BYTES = (8L << 20) + (1L << 16);
    private static final int TOO_LARGE = 413;

    @Inject private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        current.require().require(Role.PUBLISHER, Role.ADMIN);
        if (BodyLimit.statedLength(request) > MOST_BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(
                new LimitedBody(request.getEntityStream(), MOST_BYTES, FileGate::tooLarge));
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(TOO_LARGE);
    }
}
