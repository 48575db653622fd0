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

    /** Of line and id only: a record is often looked up, and its document may be long. */
    @Override
    public int hashCode() {
        return 31 * line + id.hashCode();
    }

    /** Equal in all parts. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Received same
                        && line == same.line
                        && id.equals(same.id)
                        && text.equals(same.text);
    }

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
