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
import org.answerable.foi.Inbox;
import org.answerable.foi.Role;
import org.answerable.web.security.BodyLimit;
import org.answerable.web.security.LimitedBody;

/**
 * Asks who uploads, and refuses a message beyond the limit, before the parts of the body are unpacked:
 * by its stated length, or once the limit is passed.
 */
@Provider
@ApplicationScoped
@MailUpload
@Priority(Priorities.AUTHORIZATION)
public class MailUploadGate implements ContainerRequestFilter {

    private static final long LIMIT = Inbox.MOST_BYTES + (1L << 16);
    private static final int TOO_LARGE = 413;

    @Inject private CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        current.require().require(Role.OFFICER);
        if (BodyLimit.statedLength(request) > LIMIT) {
            throw tooLarge();
        }
        request.setEntityStream(
                new LimitedBody(request.getEntityStream(), LIMIT, MailUploadGate::tooLarge));
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(TOO_LARGE);
    }
}
