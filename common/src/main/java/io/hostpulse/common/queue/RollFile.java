package io.hostpulse.common.queue;

import java.nio.file.Path;

/**
 * One file of a queue.
 *
 * @param path where it lies
 * @param cycle the number of its roll cycle since 1970; a later file has a higher one
 * @param end when it stops being written, epoch nanoseconds: its last record was appended before
 * @param bytes its length, at most one block of 1 MiB above what it really takes
 */
public record RollFile(Path path, int cycle, long end, long bytes) {

    /**
     * Tells what it is called.
     *
     * @return its name without its directory
     */
    public String name() {
        return path.getFileName().toString();
    }

    /**
     * Describes the same file at another place.
     *
     * @param newPath where it lies there
     * @return the file there
     */
    public RollFile movedTo(Path newPath) {
        return new RollFile(newPath, cycle, end, bytes);
    }
}
