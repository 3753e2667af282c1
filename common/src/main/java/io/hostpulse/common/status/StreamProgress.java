package io.hostpulse.common.status;

import io.hostpulse.common.status.StreamStatus.Consumer;
import io.hostpulse.common.status.StreamStatus.Disk;
import java.util.List;
import java.util.Optional;

/**
 * How far a stream and its consumers are.
 *
 * @param name the stream
 * @param lastSequence the highest number that its writer has given to a record; 0 before the first
 * @param disk what it takes on disk
 * @param consumers who reads it with a cursor of their own
 * @param problem why it cannot be read, if it cannot; then the rest says nothing
 */
public record StreamProgress(
        String name, long lastSequence, Disk disk, List<Consumer> consumers, Optional<String> problem) {

    /** Copies the list. */
    public StreamProgress {
        consumers = List.copyOf(consumers);
    }
}
