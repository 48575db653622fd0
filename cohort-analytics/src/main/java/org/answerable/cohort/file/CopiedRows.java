package org.answerable.cohort.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * The rows of a query in the binary format of COPY, read one after the other: for millions of rows
 * of few numbers, where a result set would make an object of each. Fields are read in their order.
 */
public final class CopiedRows implements AutoCloseable {

    private static final int SIGNATURE = 11;
    private static final int BUFFER = 1 << 16;

    private final DataInputStream in;

    /**
     * @param query has no parameters: COPY takes none
     */
    public CopiedRows(Connection connection, String query) throws SQLException, IOException {
        InputStream copy =
                new PGCopyInputStream(
                        connection.unwrap(PGConnection.class),
                        "COPY (" + query + ") TO STDOUT (FORMAT binary)");
        in = new DataInputStream(new BufferedInputStream(copy, BUFFER));
        in.skipNBytes(SIGNATURE);
        in.skipNBytes(4);
        in.skipNBytes(in.readInt());
    }

    /** Goes to the next row; false at the end. */
    public boolean next() throws IOException {
        return in.readShort() >= 0;
    }

    public int integer() throws IOException {
        in.readInt();
        return in.readInt();
    }

    public int smallint() throws IOException {
        in.readInt();
        return in.readShort();
    }

    public long bigint() throws IOException {
        in.readInt();
        return in.readLong();
    }

    public boolean bool() throws IOException {
        in.readInt();
        return in.readByte() != 0;
    }

    /** Text in UTF-8. */
    public String text() throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The length of the field that follows; to be called before {@link #half}. */
    public int length() throws IOException {
        return in.readInt();
    }

    /** Eight of the bytes of a field. */
    public long half() throws IOException {
        return in.readLong();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
