package org.answerable.cohort.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY, sent in blocks of 64 kB. */
final class CopyText {

    private static final int BLOCK = 1 << 16;
    private final CopyIn copy;
    private byte[] buffer = new byte[BLOCK + (1 << 13)];
    private int length;

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    void tab() {
        put('\t');
    }

    /** Ends the row, and sends the block when it is full. */
    void endRow() throws SQLException {
        put('\n');
        if (length >= BLOCK) {
            send();
        }
    }

    void bytes(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, buffer, length, end - start);
        length += end - start;
    }

    /** Text without control characters, or null; a backslash is escaped. */
    void text(String text) {
        if (text == null) {
            put('\\');
            put('N');
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length * 2);
        for (byte b : bytes) {
            if (b == '\\') {
                buffer[length++] = '\\';
            }
            buffer[length++] = b;
        }
    }

    /** A number; a negative one stands for "not given" and becomes null. */
    void number(long n) {
        if (n < 0) {
            text(null);
        } else {
            digits(n);
        }
    }

    void numbers(int[] ns) {
        put('{');
        for (int i = 0; i < ns.length; i++) {
            if (i > 0) {
                put(',');
            }
            digits(ns[i]);
        }
        put('}');
    }

    void send() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void digits(long n) {
        int size = 1;
        for (long m = n; m >= 10; m /= 10) {
            size++;
        }
        room(size);
        length += size;
        long rest = n;
        for (int i = length - 1; i >= length - size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void put(char c) {
        room(1);
        buffer[length++] = (byte) c;
    }

    private void room(int n) {
        if (length + n > buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + n));
        }
    }
}
