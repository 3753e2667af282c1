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
     * Looks it up.
     *
     * @param directory the queue's directory
     * @return the sequence; 0 when it is not known
     * @throws IOException when its file cannot be read
     */
    public static long in(Path directory) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        return Files.exists(file) ? CursorFile.peek(file).sequence() : 0;
    }
}
