package org.answerable.web.cohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Uploads that a server left when it was ended in the middle of a load. They may be about people, so
 * they do not stay.
 */
public final class Leftovers {

    /** How an upload that is kept apart is named, so that it is found here. */
    public static final String PREFIX = "answerable-upload-";

    public static final String SUFFIX = ".part";

    private Leftovers() {}

    /** Removes what was last written before this, from the folder for temporary files. */
    public static void removeBefore(Instant time) {
        removeBefore(time, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static void removeBefore(Instant time, Path folder) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                removeBefore(file, time);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeBefore(Path file, Instant time) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Its load has just ended.
            return;
        }
    }
}
