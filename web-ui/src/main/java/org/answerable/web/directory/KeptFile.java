package org.answerable.web.directory;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.directory.ReceivedFile;
import org.answerable.web.cohort.Leftovers;

/**
 * A file that was sent, kept apart until it is read: the request is gone by then. Readable by the
 * server's own account only.
 */
record KeptFile(Path path, String name, long bytes) implements ReceivedFile {

    static KeptFile keep(EntityPart part) {
        try {
            Path path = Files.createTempFile(Leftovers.PREFIX, Leftovers.SUFFIX);
            path.toFile().deleteOnExit();
            // Written into the file that was made, whose rights are narrow; a copy would make
            // another.
            try (InputStream content = part.getContent();
                    OutputStream out = Files.newOutputStream(path)) {
                long bytes = content.transferTo(out);
                return new KeptFile(path, part.getFileName().orElse(""), bytes);
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
