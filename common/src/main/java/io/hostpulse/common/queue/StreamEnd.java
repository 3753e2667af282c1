package io.hostpulse.common.queue;

import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.util.List;

/** Finds the newest record of a queue. */
final class StreamEnd {

    private StreamEnd() {}

    /** The newest sequence in any file; 0 when there is no record at all. */
    static long sequence(RollFiles files) throws IOException {
        List<RollFile> all = files.list();
        long newest = 0;
        for (int i = all.size() - 1; i >= 0 && newest == 0; i--) {
            newest = newestIn(all.get(i));
        }
        return newest;
    }

    private static long newestIn(RollFile file) throws IOException {
        long newest = 0;
        try (RollFileReader reader = new RollFileReader(file)) {
            for (Found found = reader.next(); found == Found.RECORD || found == Found.DAMAGE; found = reader.next()) {
                newest = found == Found.RECORD ? reader.record().sequence() : newest;
            }
        }
        return newest;
    }
}
