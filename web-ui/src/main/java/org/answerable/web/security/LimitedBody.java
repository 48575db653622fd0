package org.answerable.web.security;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The body of a request up to a limit; reading beyond it fails. */
public final class LimitedBody extends FilterInputStream {

    private final Supplier<? extends RuntimeException> beyond;
    private long left;

    /**
     * @param limit in bytes
     * @param beyond what to throw once the limit is passed
     */
    public LimitedBody(InputStream in, long limit, Supplier<? extends RuntimeException> beyond) {
        super(in);
        this.left = limit;
        this.beyond = beyond;
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
            throw beyond.get();
        }
    }
}
