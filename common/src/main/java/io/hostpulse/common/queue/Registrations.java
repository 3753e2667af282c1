package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lists who reads a stream with a cursor.
 *
 * @param cursors the directory with one folder a consumer
 * @param stream the stream
 */
record Registrations(Path cursors, StreamName stream) {

    private static final String SUFFIX = ".cursor";

    List<Registration> list() throws IOException {
        List<Registration> found = new ArrayList<>();
        if (!Files.isDirectory(cursors)) {
            return found;
        }
        try (DirectoryStream<Path> consumers = Files.newDirectoryStream(cursors, Files::isDirectory)) {
            for (Path consumer : consumers) {
                add(consumer, found);
            }
        }
        return found;
    }

    private void add(Path consumer, List<Registration> found) throws IOException {
        Path file = consumer.resolve(stream.value() + SUFFIX);
        try {
            long moved = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            found.add(new Registration(consumer.getFileName().toString(), file, CursorFile.peek(file), moved));
        } catch (NoSuchFileException unregistered) {
            return;
        }
    }
}
