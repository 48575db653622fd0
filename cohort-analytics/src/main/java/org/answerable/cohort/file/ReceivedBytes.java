package org.answerable.cohort.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.answerable.cohort.TooLarge;

/** The bytes of an upload as they pass: counted, hashed (SHA-256) and held to the limit. */
public final class ReceivedBytes extends FilterInputStream {

    private final MessageDigest digest;
    private final long limit;
    private long count;

    public ReceivedBytes(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int n = super.read(to, offset, length);
        if (n > 0) {
            count += n;
            if (count > limit) {
                throw new TooLarge(limit);
            }
            digest.update(to, offset, n);
        }
        return n;
    }

    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException("Every byte is hashed, none is skipped");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    public long count() {
        return count;
    }

    /** The hash of all that has been read. To be called once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
