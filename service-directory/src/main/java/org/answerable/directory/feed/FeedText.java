package org.answerable.directory.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A finished JSON text as it is sent, with its entity tag. The tag is made from what the public gets and nothing else, so
 * that a change of what is not published cannot be seen in it.
 */
public final class FeedText {

    private static final int TAG_BYTES = 16;
    private static final int WORTH_PACKING = 1024;

    private final byte[] body;
    private final String tag;
    private volatile byte[] packed;

    private FeedText(byte[] body, String tag) {
        this.body = body;
        this.tag = tag;
    }

    public static FeedText of(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
            return new FeedText(body, HexFormat.of().formatHex(whole, 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The bytes; they are shared, so nobody changes them. */
    public byte[] body() {
        return body;
    }

    public String tag() {
        return tag;
    }

    /** Whether it is so long that packing it is worth the work. */
    public boolean worthPacking() {
        return body.length >= WORTH_PACKING;
    }

    /** The same in the gzip format, packed when it is asked for first; shared as well. */
    public byte[] packed() {
        if (packed == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 100);
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            packed = bytes.toByteArray();
        }
        return packed;
    }

    /** What it takes in memory at most: JSON packs to less than half. */
    long bytes() {
        return body.length * 3L / 2;
    }

    @Override
    public String toString() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
