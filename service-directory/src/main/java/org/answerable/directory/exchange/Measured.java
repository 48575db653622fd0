package org.answerable.directory.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text that gives only so many characters until it is told to give more: no single record fills the memory. */
final class Measured extends FilterReader {

    /** One record is longer than it may be. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final int most;
    private int left;

    Measured(Reader text, int most) {
        super(text);
        this.most = most;
        this.left = most;
    }

    void renew() {
        left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        take(Math.max(0, read));
        return read;
    }

    private void take(int read) {
        left -= read;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
