package org.answerable.directory.rest;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.directory.ReceivedFile;

/**
 * An upload, kept apart until it is read: the request is gone by then. Readable by the server's own account only, and
 * named so that what a broken-off server left is found and removed.
 */
record KeptImport(Path path, String name, long bytes) implements ReceivedFile {

    private static final String PREFIX = "answerable-upload-";
    private static final String SUFFIX = ".part";

    static KeptImport keep(EntityPart part) {
        try {
            Path path = Files.createTempFile(PREFIX, SUFFIX);
            path.toFile().deleteOnExit();
            try (InputStream content = part.getContent();
                    OutputStream out = Files.newOutputStream(path)) {
                return new KeptImport(
                        path, part.getFileName().orElse("file"), content.transferTo(out));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void discard() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
