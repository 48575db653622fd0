package org.answerable.cohort.synthetic;

import java.io.InputStream;

/** A file that is made while it is read, one area at a time. */
final class AreaByAreaCsv extends InputStream {

    private final int areas;
    private final Part part;
    private final StringBuilder text = new StringBuilder();
    private byte[] block;
    private int position;
    private int next;

    AreaByAreaCsv(String header, int areas, Part part) {
        this.areas = areas;
        this.part = part;
        this.block = SyntheticSystem.bytes(header);
    }

    @Override
    public int read() {
        return more() ? block[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(length, block.length - position);
        System.arraycopy(block, position, to, offset, n);
        position += n;
        return n;
    }

    private boolean more() {
        while (position == block.length) {
            if (next == areas) {
                return false;
            }
            text.setLength(0);
            part.write(next++, text);
            block = SyntheticSystem.bytes(text);
            position = 0;
        }
        return true;
    }

    /** Writes the lines of one area. */
    @FunctionalInterface
    interface Part {
        void write(int area, StringBuilder out);
    }
}
