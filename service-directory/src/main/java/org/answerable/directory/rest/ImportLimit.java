package org.answerable.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.answerable.directory.CurrentActor;
import org.answerable.directory.Imports;
import org.answerable.directory.Role;
import org.answerable.directory.TooLarge;

/**
 * Refuses an upload by someone who may not import, and one that is too large, before the parts of the body are unpacked:
 * at once by its stated length, or as soon as the limit is passed. The form around the file may take another 64 kB.
 */
@Provider
@ApplicationScoped
@LimitedImport
public class ImportLimit implements ContainerRequestFilter {

    private static final long FORM = 1 << 16;

    private Imports imports;
    private CurrentActor current;

    protected ImportLimit() {}

    @Inject
    public ImportLimit(Imports imports, CurrentActor current) {
        this.imports = imports;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // Before the body is received: the import itself checks again.
        current.require().require(Role.DIRECTORY_EDITOR);
        long limit = imports.maxBytes() + FORM;
        String stated = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (stated != null && stated.matches("\\d{1,18}") && Long.parseLong(stated) > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private TooLarge tooLarge() {
        return new TooLarge(imports.maxBytes(), "ANSWERABLE_IMPORTS_MAX_BYTES");
    }

    private final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            take(Math.max(read, 0));
            return read;
        }

        private void take(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
