package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.nio.file.Path;

/**
 * Where a stream lies and where its consumers keep their positions.
 *
 * @param queues the directory of all queues
 * @param cursors the directory of all cursors
 * @param stream the stream
 */
public record StreamPlace(QueueDirectory queues, Path cursors, StreamName stream) {

    Path directory() {
        return queues.of(stream);
    }
}
