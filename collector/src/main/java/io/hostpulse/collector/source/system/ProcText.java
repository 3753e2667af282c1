package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.time.Instant;

/** The numbers in files of /proc that concern the host as a whole. */
final class ProcText {

    private ProcText() {}

    /** The fourth column of /proc/loadavg: runnable threads, a slash, all threads. */
    static long threads(TextCursor loadavg) throws MalformedTextException {
        for (int i = 0; i < 3; i++) {
            loadavg.decimal();
        }
        loadavg.number();
        loadavg.require("/");
        return loadavg.number();
    }

    /** The line {@code btime} of /proc/stat, in seconds since 1970. It moves when the clock is set. */
    static Instant bootTime(TextCursor stat) throws MalformedTextException {
        for (; !stat.atEnd(); stat.nextLine()) {
            if (stat.accept("btime ")) {
                return Instant.ofEpochSecond(stat.number());
            }
        }
        throw stat.malformed("a line btime");
    }

    /** Every process has a folder named by its number. */
    static long processes(String[] names) {
        long count = 0;
        for (String name : names) {
            if (Character.isDigit(name.charAt(0))) {
                count++;
            }
        }
        return count;
    }
}
