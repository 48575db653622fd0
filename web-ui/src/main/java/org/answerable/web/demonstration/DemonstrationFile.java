package org.answerable.web.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.answerable.directory.ReceivedFile;

/** A file of the demonstration, as if it had been sent. */
record DemonstrationFile(String name, byte[] content) implements ReceivedFile {

    static DemonstrationFile named(String name) {
        try (InputStream in =
                DemonstrationFile.class.getResourceAsStream("/demonstration/" + name)) {
            return new DemonstrationFile(name, Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long bytes() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public void discard() {
        // It stays in the program.
    }
}
