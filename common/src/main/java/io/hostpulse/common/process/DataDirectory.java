package io.hostpulse.common.process;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where everything lies that Hostpulse writes. Nothing is written anywhere else.
 *
 * @param root the directory, usually {@code data}
 */
public record DataDirectory(Path root) {

    /**
     * Creates the directory, for its owner only: snapshots may hold command lines and addresses.
     *
     * @throws IOException when it cannot be created
     */
    public void create() throws IOException {
        Files.createDirectories(root);
        if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectories(run());
        Files.createDirectories(logs());
    }

    /**
     * The queues, one directory a stream.
     *
     * @return the directory
     */
    public Path queues() {
        return root.resolve("queues");
    }

    /**
     * The positions of all consumers.
     *
     * @return the directory, with one folder a consumer
     */
    public Path cursors() {
        return root.resolve("cursors");
    }

    /**
     * Where one consumer stands in one stream.
     *
     * @param consumer the consumer's name
     * @param stream the stream it reads
     * @return the cursor's file
     */
    public Path cursor(String consumer, StreamName stream) {
        return cursors().resolve(consumer).resolve(stream + ".cursor");
    }

    /**
     * What the live processes say of themselves.
     *
     * @return the directory of mark files
     */
    public Path run() {
        return root.resolve("run");
    }

    /**
     * The logs, one file a process.
     *
     * @return the directory
     */
    public Path logs() {
        return root.resolve("logs");
    }
}
