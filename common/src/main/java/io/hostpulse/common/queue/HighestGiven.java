package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The highest sequence that a stream's writer has ever given, whatever became of its files since. */
public final class HighestGiven {

    /** A cursor file beside the queue's files, moved by the writer at every record. */
    public static final String FILE_NAME = "writer.position";

    private HighestGiven() {}

    /**
     * Looks it up: the writer has noted it, and consumers have seen what they have read.
     *
     * @param place the stream
     * @return the sequence; 0 when it is not known
     * @throws IOException when a file cannot be read
     */
    public static long in(StreamPlace place) throws IOException {
        Path file = place.directory().resolve(FILE_NAME);
        long noted = Files.exists(file) ? CursorFile.peek(file).sequence() : 0;
        return place.consumers().values().stream().mapToLong(Position::sequence).reduce(noted, Math::max);
    }
}
