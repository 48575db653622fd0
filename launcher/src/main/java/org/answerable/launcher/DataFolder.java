package org.answerable.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything that lasts; one running instance at a time may use it. */
final class DataFolder {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure(
                        "Another Answerable is using the data folder "
                                + path
                                + ". Stop it first, or choose another folder: ./run --data FOLDER");
            }
            DataFolder folder = new DataFolder(path, channel);
            Leftovers.end(folder);
            return folder;
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder "
                            + path
                            + " cannot be used: "
                            + e
                            + ". Check that you may write there, or choose another:"
                            + " ./run --data FOLDER",
                    e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartFailure("The data folder could not be released: " + e.getMessage(), e);
        }
    }
}
