package org.answerable.cohort.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.answerable.cohort.TooLarge;

/**
 * The text of an upload: the file itself, or the files of a zip one after the other, unpacked while
 * they are read and held to the same limit as the upload, so that a small file cannot become an
 * endless one. A workbook is refused with a word on how to save it.
 */
public final class CsvFiles {

    private static final int SIGNATURE = 4;
    private static final int LOOK_AHEAD = 16;

    private final InputStream received;
    private final long limit;
    private PushbackInputStream plain;
    private ZipInputStream zip;
    private String name = "";
    private InputStream current;
    private int files;
    private long unpacked;

    /**
     * @param limit most bytes that are read after unpacking
     */
    public CsvFiles(InputStream received, long limit) {
        this.received = received;
        this.limit = limit;
    }

    /**
     * Goes to the next file.
     *
     * @return false when there is none; an upload that is no zip has one
     * @throws UnreadableFile a workbook, or a zip that cannot be read
     */
    public boolean next() throws IOException {
        if (files == 0 && plain == null) {
            open();
        }
        boolean found = zip == null ? files == 0 : nextEntry();
        if (found) {
            files++;
        }
        return found;
    }

    /** Whether the file's first character that is no space is this one; nothing is used up. */
    public boolean startsWith(char wanted) throws IOException {
        PushbackInputStream looking = new PushbackInputStream(current, LOOK_AHEAD);
        byte[] first = looking.readNBytes(LOOK_AHEAD);
        looking.unread(first);
        current = looking;
        for (byte b : first) {
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!mark && !Character.isWhitespace(b)) {
                return b == wanted;
            }
        }
        return false;
    }

    /** The bytes of the file that was gone to. */
    public InputStream stream() {
        return current;
    }

    /** Its name within a zip, or nothing. */
    public String name() {
        return name;
    }

    /** Whether the upload is a zip; to be asked after {@link #next()}. */
    public boolean isZip() {
        return zip != null;
    }

    /** Reads what follows, so that the upload's hash is that of all its bytes. */
    public void finish() throws IOException {
        received.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private void open() throws IOException {
        plain = new PushbackInputStream(received, SIGNATURE);
        byte[] first = plain.readNBytes(SIGNATURE);
        plain.unread(first);
        if (first.length == SIGNATURE && first[0] == 'P' && first[1] == 'K' && first[2] == 3) {
            zip = new ZipInputStream(plain);
        } else if (first.length == SIGNATURE
                && first[0] == (byte) 0xD0
                && first[1] == (byte) 0xCF) {
            throw workbook();
        } else {
            current = plain;
        }
    }

    private boolean nextEntry() throws IOException {
        try {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                if (entry.getName().equals("[Content_Types].xml")
                        || entry.getName().equals("mimetype")) {
                    throw workbook();
                }
                String lower = entry.getName().toLowerCase(Locale.ROOT);
                if (lower.endsWith(".csv")
                        || lower.endsWith(".json")
                        || lower.endsWith(".geojson")) {
                    name = SafeText.shown(entry.getName());
                    current = new Entry(zip);
                    return true;
                }
                // What is passed over is unpacked too, and so counts.
                new Entry(zip).transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last one: a name in the zip that is no text.
            throw damaged();
        }
        if (files == 0) {
            throw new UnreadableFile(
                    1, "The zip has no file whose name ends in .csv, .json or .geojson.");
        }
        return false;
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(
                1,
                "The zip cannot be read: it is damaged or has a password. Unpack it and load the"
                        + " CSV itself.");
    }

    private static UnreadableFile workbook() {
        return new UnreadableFile(
                1,
                "This is a workbook. Open it, go to the sheet with the numbers, save that sheet as"
                        + " \"CSV UTF-8\", and load the CSV.");
    }

    /** One file of the zip. Its end is not the end of the zip. */
    private final class Entry extends FilterInputStream {

        Entry(ZipInputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            try {
                int n = super.read(to, offset, length);
                unpacked += Math.max(n, 0);
                if (unpacked > limit) {
                    throw new TooLarge(limit);
                }
                return n;
            } catch (ZipException | EOFException e) {
                throw damaged();
            }
        }

        @Override
        public void close() {
            // The zip goes on.
        }
    }
}
