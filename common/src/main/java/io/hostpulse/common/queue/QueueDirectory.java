package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The directory that holds one queue per stream. Streams appear when their writers first start, so readers ask again from
 * time to time.
 *
 * @param root usually {@code data/queues}
 */
public record QueueDirectory(Path root) {

    /**
     * Finds a stream's own directory.
     *
     * @param stream the stream
     * @return where its queue is or will be
     */
    public Path of(StreamName stream) {
        return root.resolve(stream.value());
    }

    /**
     * Lists the streams that can be read now.
     *
     * @return their names in alphabetical order; empty when nothing was ever written
     * @throws IOException when the directory cannot be listed
     */
    public Set<StreamName> streams() throws IOException {
        Set<StreamName> found = new TreeSet<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (StreamName.isValid(name) && StreamDescriptor.isIn(child)) {
                    found.add(new StreamName(name));
                }
            }
        }
        return found;
    }
}
