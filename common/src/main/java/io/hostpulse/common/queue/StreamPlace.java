package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a stream lies and where its consumers keep their positions.
 *
 * @param queues the directory of all queues
 * @param cursors the directory of all cursors
 * @param stream the stream
 */
public record StreamPlace(QueueDirectory queues, Path cursors, StreamName stream) {

    /**
     * Tells where its files are.
     *
     * @return the stream's directory
     */
    public Path directory() {
        return queues.of(stream);
    }

    /**
     * Lists who reads it with a cursor, whether they run or not.
     *
     * @return the last record each consumer is done with, by its name
     * @throws IOException when the cursors cannot be read
     */
    public SortedMap<String, Position> consumers() throws IOException {
        SortedMap<String, Position> positions = new TreeMap<>();
        for (Registration cursor : new Registrations(cursors, stream).list()) {
            positions.put(cursor.consumer(), cursor.position());
        }
        return positions;
    }
}
