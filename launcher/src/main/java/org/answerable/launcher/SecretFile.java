package org.answerable.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A secret that is made once, at random, and that only the owner of the data folder can read. */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** The secret in the file; the file is made when there is none. */
    static String of(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(makePrivate(file), random());
        }
        return Files.readString(file).strip();
    }

    private static Path makePrivate(Path file) throws IOException {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
