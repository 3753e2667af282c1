package io.hostpulse.collector.source.system.kernel;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;

/** How many threads the host has. */
public final class Threads {

    private Threads() {}

    /**
     * Takes them from the fourth column of /proc/loadavg: runnable threads, a slash, all threads.
     *
     * @param loadavg the file
     * @return the threads of all processes
     * @throws MalformedTextException when the file has another form
     */
    public static long parse(TextCursor loadavg) throws MalformedTextException {
        for (int i = 0; i < 3; i++) {
            loadavg.decimal();
        }
        loadavg.number();
        loadavg.require("/");
        return loadavg.number();
    }
}
