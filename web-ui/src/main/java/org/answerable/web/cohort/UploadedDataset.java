package org.answerable.web.cohort;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was sent, kept apart until it is loaded in the background: the request and its parts
 * are gone by then. Readable by the server's own account only, and deleted when the load ends.
 *
 * @param path where it is
 * @param name the name it came under
 * @param bytes its size
 * @param sha256 its hash
 */
record UploadedDataset(Path path, String name, long bytes, String sha256) {

    static UploadedDataset keep(EntityPart part) throws IOException {
        Path path = Files.createTempFile(Leftovers.PREFIX, Leftovers.SUFFIX);
        path.toFile().deleteOnExit();
        // Written into the file that was made, whose rights are narrow; a copy would make another.
        try (InputStream content = part.getContent();
                OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = new DigestInputStream(content, digest).transferTo(out);
            return new UploadedDataset(
                    path,
                    part.getFileName().orElse(""),
                    bytes,
                    HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
