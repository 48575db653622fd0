package org.answerable.directory.geography;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ReceivedFile;

/**
 * The CSV files of an upload: itself, or those in a zip one after the other, unpacked while they are
 * read. The copies by postcode area that the publisher adds in a folder "multi_csv" are passed over.
 */
final class CsvParts implements AutoCloseable {

    private static final String FIELD = "file";
    private static final long MOST_UNPACKED = 8L << 30;

    private final Counted received;
    private final InputStream buffered;
    private final ZipInputStream zip;
    private boolean begun;
    private long unpacked;

    CsvParts(ReceivedFile file) throws IOException {
        received = new Counted(file.open());
        buffered = new BufferedInputStream(received, 1 << 16);
        buffered.mark(2);
        boolean packed = buffered.read() == 'P' && buffered.read() == 'K';
        buffered.reset();
        zip = packed ? new ZipInputStream(buffered) : null;
    }

    /** The next CSV file, or null when there is none. */
    CsvInput next() throws IOException {
        if (zip == null) {
            boolean first = !begun;
            begun = true;
            return first ? new CsvInput(buffered) : null;
        }
        try {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".csv") && !name.contains("multi_csv")) {
                    return new CsvInput(new Unpacked(zip));
                }
            }
            return null;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new InvalidInput(
                    FIELD,
                    "The zip is damaged or has a password. Unpack it and load the CSV in its folder"
                            + " Data");
        }
    }

    /** Bytes of the upload that were read so far. */
    long bytes() {
        return received.count;
    }

    @Override
    public void close() throws IOException {
        buffered.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }

    /** One file of the zip; its end is not the end of the zip. */
    private final class Unpacked extends FilterInputStream {

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            unpacked += Math.max(n, 0);
            if (unpacked > MOST_UNPACKED) {
                throw new IOException("it unpacks to more than 8 GB");
            }
            return n;
        }

        @Override
        public void close() {
            // The zip goes on.
        }
    }
}
