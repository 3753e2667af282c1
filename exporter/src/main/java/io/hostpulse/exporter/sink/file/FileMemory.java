package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Keeps the state. It lies in the data directory and not beside the files: with the queues go the numbers of their records.
 *
 * @param file where it is
 */
record FileMemory(Path file) {

    boolean isEmpty() {
        return Files.notExists(file);
    }

    FileState load() throws IOException {
        try {
            return FileState.parse(new PayloadReader().read(Files.readAllBytes(file)));
        } catch (NoSuchFileException isNew) {
            return FileState.EMPTY;
        } catch (RecordFormatException e) {
            throw new IOException(
                    file + " is damaged: remove it, and the files that end in .part, to begin new files", e);
        }
    }

    void save(FileState state) throws IOException {
        Durable.createDirectory(file.toAbsolutePath().getParent());
        String json = new PayloadWriter().text(state.fields());
        Durable.replace(file, json.getBytes(StandardCharsets.UTF_8));
    }
}
