package io.hostpulse.collector.source.host;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.time.Instant;

/** When the host was started. */
public final class BootTime {

    private BootTime() {}

    /**
     * Takes the line {@code btime} of /proc/stat. It moves when the clock is set.
     *
     * @param stat the content of /proc/stat
     * @return the time to the second
     * @throws MalformedTextException when there is no such line
     */
    public static Instant in(TextCursor stat) throws MalformedTextException {
        for (; !stat.atEnd(); stat.nextLine()) {
            if (stat.accept("btime ")) {
                return Instant.ofEpochSecond(stat.number());
            }
        }
        throw stat.malformed("a line btime");
    }
}
