package org.answerable.cohort.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads CSV (RFC 4180) record by record from bytes, in constant memory. Knows the physical line of
 * each record, strips a byte order mark, takes LF, CRLF and CR, and insists on UTF-8 without NUL
 * bytes. Works on bytes because decoding every cell of a file of counts would cost more than all
 * the rest of a load.
 */
public final class CsvRecords {

    /** Longest record. A longer one is nearly always a quote that was left open. */
    public static final int MAX_RECORD = 1 << 20;

    private static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean started;

    private byte[] record = new byte[1 << 12];
    private int length;
    private int[] ends = new int[128];
    private int fields;
    private boolean beyondAscii;
    private long line = 1;
    private long recordLine;

    public CsvRecords(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next record; blank lines are passed over.
     *
     * @return false at the end of the file
     * @throws UnreadableFile the bytes are not CSV in UTF-8
     */
    public boolean next() throws IOException {
        if (!started) {
            start();
        }
        do {
            if (!readRecord()) {
                return false;
            }
        } while (fields == 1 && length == 0);
        if (beyondAscii) {
            insistOnUtf8();
        }
        return true;
    }

    /** How many fields the record has. */
    public int fields() {
        return fields;
    }

    /** The line on which the record begins, from 1. */
    public long line() {
        return recordLine;
    }

    /** The bytes of the record's fields, unquoted, one after the other. */
    public byte[] bytes() {
        return record;
    }

    public int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    public int end(int field) {
        return ends[field];
    }

    /** A field as text, trimmed. */
    public String text(int field) {
        return new String(record, start(field), end(field) - start(field), StandardCharsets.UTF_8)
                .strip();
    }

    private void start() throws IOException {
        started = true;
        limit = in.readNBytes(buffer, 0, 3);
        if (limit >= 3
                && buffer[0] == (byte) 0xEF
                && buffer[1] == (byte) 0xBB
                && buffer[2] == (byte) 0xBF) {
            position = 3;
        } else if (limit >= 2
                && (buffer[0] & 0xff) + (buffer[1] & 0xff) == 0xFF + 0xFE
                && buffer[0] < 0
                && buffer[1] < 0) {
            throw new UnreadableFile(
                    1, "The file is UTF-16. Save it as \"CSV UTF-8\" and load it again.");
        }
    }

    private boolean readRecord() throws IOException {
        length = 0;
        fields = 0;
        beyondAscii = false;
        recordLine = line;
        int b = read();
        if (b == END) {
            return false;
        }
        while (true) {
            if (b == '"') {
                b = readQuoted();
            } else {
                b = readPlain(b);
            }
            endField();
            if (b != ',') {
                endLine(b);
                return true;
            }
            b = read();
        }
    }

    private int readPlain(int first) throws IOException {
        int b = first;
        while (b != ',' && b != '\n' && b != '\r' && b != END) {
            append(b);
            b = read();
        }
        return b;
    }

    private int readQuoted() throws IOException {
        while (true) {
            int b = read();
            if (b == END) {
                throw new UnreadableFile(
                        recordLine,
                        "A quote (\") is opened here and never closed. Close it or remove it.");
            }
            if (b == '"') {
                b = read();
                if (b != '"') {
                    if (b != ',' && b != '\n' && b != '\r' && b != END) {
                        throw new UnreadableFile(
                                line,
                                "There is text after a closing quote (\"). A quote within quotes is"
                                        + " written twice (\"\").");
                    }
                    return b;
                }
            } else if (b == '\n') {
                line++;
            }
            append(b);
        }
    }

    private void endLine(int b) throws IOException {
        if (b == '\r' && peek() == '\n') {
            position++;
        }
        if (b != END) {
            line++;
        }
    }

    private void append(int b) {
        if (b == 0) {
            throw new UnreadableFile(
                    line,
                    "There is a NUL byte: this is not a text file. Save it as \"CSV UTF-8\".");
        }
        if (b >= 0x80) {
            beyondAscii = true;
        }
        if (length == record.length) {
            if (length >= MAX_RECORD) {
                throw new UnreadableFile(
                        recordLine,
                        "The record that begins here is longer than 1 MB. Is a quote (\") left open?");
            }
            record = Arrays.copyOf(record, length * 2);
        }
        record[length++] = (byte) b;
    }

    private void endField() {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
        }
        ends[fields++] = length;
    }

    private int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : END;
    }

    private int peek() throws IOException {
        return position < limit || fill() ? buffer[position] & 0xff : END;
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(n, 0);
        return n > 0;
    }

    private void insistOnUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record, 0, length));
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(
                    recordLine,
                    "The text of this line is not UTF-8 (often it is Windows-1252). Save the file as"
                            + " \"CSV UTF-8\" and load it again.");
        }
    }
}
