package org.answerable.cohort.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.answerable.cohort.CurrentActor;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.Role;
import org.answerable.cohort.TooLarge;

/**
 * Refuses an upload by someone who may not load, and one that is too large, before the parts of the
 * body are unpacked: at once by its stated length, or, when none is stated, as soon as the limit is
 * passed. The form around the file may take another 64 kB.
 */
@Provider
@ApplicationScoped
@LimitedUpload
public class UploadLimit implements ContainerRequestFilter {

    private static final long FORM = 1 << 16;

    private Datasets datasets;
    private CurrentActor currentActor;

    protected UploadLimit() {}

    @Inject
    public UploadLimit(Datasets datasets, CurrentActor currentActor) {
        this.datasets = datasets;
        this.currentActor = currentActor;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // Before the body is received: the load itself checks again.
        currentActor.require().require(Role.ANALYST);
        long limit = datasets.maxBytes() + FORM;
        String stated = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (stated != null && stated.matches("\\d{1,18}") && Long.parseLong(stated) > limit) {
            throw new TooLarge(datasets.maxBytes());
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            take(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            take(Math.max(n, 0));
            return n;
        }

        private void take(int n) {
            left -= n;
            if (left < 0) {
                throw new TooLarge(datasets.maxBytes());
            }
        }
    }
}
