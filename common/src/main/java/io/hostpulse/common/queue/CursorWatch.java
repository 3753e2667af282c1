package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Knows for how long a consumer has not moved although there was something to read. The time of its file is not enough: a
 * write through a mapping changes it late, on tmpfs never, and a consumer cannot move while the stream's writer is away. So a
 * consumer is given up only when this writer too has watched it stand still for a while. Used by the writer's thread.
 */
final class CursorWatch {

    /** A consumer that lives reads within seconds; a restarted one within minutes. */
    private static final long OBSERVATION = Duration.ofMinutes(10).toNanos();

    private final Map<String, Sighting> sightings = new HashMap<>();

    private record Sighting(Position position, long since) {}

    /** Takes a look at a consumer that holds a file back and tells whether it is to be given up. */
    boolean isExpired(Registration cursor, long now, Duration expiry) throws IOException {
        Sighting last = sightings.get(cursor.consumer());
        if (last == null || !last.position().equals(cursor.position()) || now < last.since()) {
            note(cursor, last != null, now);
            return false;
        }
        return now - last.since() >= OBSERVATION && now - cursor.moved() >= expiry.toNanos();
    }

    private void note(Registration cursor, boolean hasMoved, long now) throws IOException {
        sightings.put(cursor.consumer(), new Sighting(cursor.position(), now));
        if (hasMoved) {
            // What was seen must outlive this writer.
            Files.setLastModifiedTime(cursor.file(), FileTime.from(now, TimeUnit.NANOSECONDS));
        }
    }

    /** A consumer that holds nothing back is not waited for. */
    void passed(Registration cursor) {
        sightings.remove(cursor.consumer());
    }
}
