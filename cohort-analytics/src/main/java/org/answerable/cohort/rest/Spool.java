package org.answerable.cohort.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps an answer until it is complete: in memory, beyond 1 MB in a temporary file that has no name and
 * ends with its last use. So nothing is sent of an answer that turns out to be impossible, and a caller may
 * send all of its table before it reads.
 */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 1 << 20;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private FileChannel file;
    private long size;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (file == null && size <= IN_MEMORY) {
            memory.write(bytes, offset, length);
            return;
        }
        if (file == null) {
            file = open();
            append(memory.toByteArray(), 0, memory.size());
            memory = null;
        }
        append(bytes, offset, length);
    }

    private void append(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    private static FileChannel open() throws IOException {
        Path path = Files.createTempFile("answerable-", ".answer");
        return FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** How many bytes there are. */
    long size() {
        return size;
    }

    /** Sends all of it and lets it go. */
    void sendTo(OutputStream out) throws IOException {
        if (file == null) {
            memory.writeTo(out);
            return;
        }
        try (FileChannel all = file) {
            all.position(0);
            Channels.newInputStream(all).transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
