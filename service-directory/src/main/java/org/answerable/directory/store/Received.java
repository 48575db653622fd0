package org.answerable.directory.store;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One record as it came from a source.
 *
 * @param line of the file, or position in the feed, from 1
 * @param id as the source gives it
 * @param text the JSON as it came
 */
public record Received(int line, String id, String text, JsonObject document) {

    /** SHA-256 of the text: the same means that nothing has changed. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
