package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Instant LIMIT = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void only_uploads_from_before_are_removed(@TempDir Path folder) throws IOException {
        Path old = file(folder, "answerable-upload-1.part", LIMIT.minusSeconds(1));
        Path running = file(folder, "answerable-upload-2.part", LIMIT.plusSeconds(1));
        Path other = file(folder, "other.part", LIMIT.minusSeconds(1));

        Leftovers.removeBefore(LIMIT, folder);

        assertThat(old).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
    }

    private static Path file(Path folder, String name, Instant written) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(written));
        return file;
    }
}
