package io.hostpulse.exporter.host;

import io.hostpulse.common.codec.Rfc3339;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeParseException;

/**
 * What the host keeps for a sink besides its cursors: when it began. Streams that appear later begin there too, so that nothing
 * is lost between their first record and the moment at which they are found.
 *
 * @param directory the sink's own directory
 */
record SinkMemory(Path directory) {

    private static final String BEGUN = "begun";

    /** The time at which the sink began, which is written down at the first call. */
    long begun(Start start, long now) throws IOException {
        Path file = directory.resolve(BEGUN);
        try {
            return Rfc3339.parse(Files.readString(file).strip());
        } catch (NoSuchFileException isNew) {
            long begun = start.at(now);
            write(file, Rfc3339.format(begun) + "\n");
            return begun;
        } catch (DateTimeParseException e) {
            throw new IOException(file + " holds no time: remove it to begin where the configuration says", e);
        }
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(directory);
        Path draft = file.resolveSibling(BEGUN + ".tmp");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Path deadLetters() {
        return directory.resolve("dead-letters.ndjson");
    }
}
