package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;

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
