package org.answerable.web.cohort;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Role;
import org.answerable.cohort.TooLarge;
import org.answerable.web.security.BodyLimit;
import org.answerable.web.security.LimitedBody;

/**
 * Asks who uploads, and refuses a file beyond the limit, before the parts of the body are unpacked to
 * disk: by its stated length, or once the limit is passed. The fields beside the file may take 64 kB.
 */
@Provider
@ApplicationScoped
@UploadPage
@Priority(Priorities.AUTHORIZATION)
public class UploadGate implements ContainerRequestFilter {

    private static final long FIELDS = 1L << 16;

    private Datasets datasets;
    private CurrentActor current;

    protected UploadGate() {}

    @Inject
    public UploadGate(Datasets datasets, CurrentActor current) {
        this.datasets = datasets;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        current.require().require(Role.ANALYST);
        long limit = datasets.maxBytes() + FIELDS;
        if (BodyLimit.statedLength(request) > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new LimitedBody(request.getEntityStream(), limit, this::tooLarge));
    }

    private TooLarge tooLarge() {
        return new TooLarge(datasets.maxBytes());
    }
}
