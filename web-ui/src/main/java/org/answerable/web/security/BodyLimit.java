package org.answerable.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Forms and JSON are read into memory whole, some of them from anybody: a body beyond what any of
 * them needs is refused before that, by its stated length or once the limit is passed. Uploads go to
 * disk, and tables of statistics are read row by row: both have limits of their own.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class BodyLimit implements ContainerRequestFilter {

    private static final long MOST_BYTES = 8L << 20;
    private static final int TOO_LARGE = 413;
    private static final String READ_BY_ROW = "api/cohort/statistics/";

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return;
        }
        if (request.getUriInfo().getPath().startsWith(READ_BY_ROW)) {
            return;
        }
        if (statedLength(request) > MOST_BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(
                new LimitedBody(request.getEntityStream(), MOST_BYTES, BodyLimit::tooLarge));
    }

    /** The length that the request states for its body; 0 when it states none. */
    public static long statedLength(ContainerRequestContext request) {
        String stated = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return stated != null && stated.matches("\\d{1,18}") ? Long.parseLong(stated) : 0;
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(TOO_LARGE);
    }
}
