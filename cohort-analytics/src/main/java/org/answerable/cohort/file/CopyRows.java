package org.answerable.cohort.file;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of COPY, sent in blocks of 64 kB. Binary, so that numbers, arrays
 * and odd characters need no writing out, no escaping and no parsing.
 */
public final class CopyRows {

    private static final int BLOCK = 1 << 16;
    private static final int INTEGER_TYPE = 23;
    private static final int BIGINT_TYPE = 20;
    private static final int DAYS_FROM_1970_TO_2000 = 10_957;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final CopyIn copy;
    private byte[] buffer = new byte[BLOCK + (1 << 13)];
    private int length;

    /** Writes rows. */
    @FunctionalInterface
    public interface Writer<X extends Exception> {

        /** Whether the rows are to be kept. */
        boolean writeTo(CopyRows out) throws SQLException, X;
    }

    /**
     * Writes rows into a table; they are taken back if the writer says so or throws.
     *
     * @param table with the columns in brackets, if not all; never anything that came from outside
     */
    public static <X extends Exception> void into(
            Connection connection, String table, Writer<X> writer) throws SQLException, X {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
        try {
            CopyRows out = new CopyRows(copy);
            if (writer.writeTo(out)) {
                out.end();
                copy.endCopy();
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private CopyRows(CopyIn copy) {
        this.copy = copy;
        bytes(SIGNATURE, 0, SIGNATURE.length);
    }

    /** Begins a row of so many fields, and sends the block before when it is full. */
    public void row(int fields) throws SQLException {
        if (length >= BLOCK) {
            send();
        }
        room(2);
        put2(fields);
    }

    /** Text given as UTF-8 bytes. */
    public void text(byte[] from, int start, int end) {
        room(4);
        put4(end - start);
        bytes(from, start, end);
    }

    /** Text, or null. */
    public void text(String text) {
        if (text == null) {
            none();
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            text(bytes, 0, bytes.length);
        }
    }

    public void bigint(long n) {
        room(12);
        put4(8);
        put4((int) (n >>> 32));
        put4((int) n);
    }

    /** A number; a negative one stands for "not given" and becomes null. */
    public void integer(long n) {
        if (n < 0) {
            none();
        } else {
            room(8);
            put4(4);
            put4((int) n);
        }
    }

    /** As {@link #integer}, for a column of two bytes. */
    public void smallint(long n) {
        if (n < 0) {
            none();
        } else {
            room(6);
            put4(2);
            put2((int) n);
        }
    }

    /** A day, given as days since 1970; {@link Integer#MAX_VALUE} becomes null. */
    public void day(int epochDay) {
        if (epochDay == Integer.MAX_VALUE) {
            none();
        } else {
            room(8);
            put4(4);
            put4(epochDay - DAYS_FROM_1970_TO_2000);
        }
    }

    /** A number with a fraction; NaN stands for "not given" and becomes null. */
    public void real(double value) {
        if (Double.isNaN(value)) {
            none();
        } else {
            long bits = Double.doubleToLongBits(value);
            room(12);
            put4(8);
            put4((int) (bits >>> 32));
            put4((int) bits);
        }
    }

    public void bool(boolean value) {
        room(5);
        put4(1);
        buffer[length++] = (byte) (value ? 1 : 0);
    }

    /** Sixteen bytes. */
    public void bytes16(long high, long low) {
        room(20);
        put4(16);
        put4((int) (high >>> 32));
        put4((int) high);
        put4((int) (low >>> 32));
        put4((int) low);
    }

    public void integers(int[] ns) {
        array(INTEGER_TYPE, 1, ns.length, Integer.BYTES);
        for (int n : ns) {
            put4(4);
            put4(n);
        }
    }

    /**
     * @param first subscript of the first
     */
    public void bigints(int first, long[] ns) {
        array(BIGINT_TYPE, first, ns.length, Long.BYTES);
        for (long n : ns) {
            put4(8);
            put4((int) (n >>> 32));
            put4((int) n);
        }
    }

    private void array(int type, int first, int length, int size) {
        int bytes = 20 + (4 + size) * length;
        room(4 + bytes);
        put4(bytes);
        put4(1); // dimensions
        put4(0); // no nulls
        put4(type);
        put4(length);
        put4(first);
    }

    /** Sends what is left. */
    private void end() throws SQLException {
        room(2);
        put2(-1);
        send();
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }

    private void none() {
        room(4);
        put4(-1);
    }

    private void bytes(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, buffer, length, end - start);
        length += end - start;
    }

    private void put4(int n) {
        buffer[length++] = (byte) (n >>> 24);
        buffer[length++] = (byte) (n >>> 16);
        buffer[length++] = (byte) (n >>> 8);
        buffer[length++] = (byte) n;
    }

    private void put2(int n) {
        buffer[length++] = (byte) (n >>> 8);
        buffer[length++] = (byte) n;
    }

    private void room(int n) {
        if (length + n > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + n));
        }
    }
}
