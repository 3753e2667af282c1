package io.hostpulse.common.queue;

import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Finds the number of the oldest record in some files of a queue. */
final class FirstSequence {

    private FirstSequence() {}

    /** Empty when there is no whole record in any of the files. */
    static OptionalLong in(List<RollFile> files) throws IOException {
        for (RollFile file : files) {
            OptionalLong first = in(file);
            if (first.isPresent()) {
                return first;
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong in(RollFile file) throws IOException {
        try (RollFileReader reader = new RollFileReader(file)) {
            Found found = reader.next();
            while (found == Found.DAMAGE) {
                found = reader.next();
            }
            return found == Found.RECORD ? OptionalLong.of(reader.record().sequence()) : OptionalLong.empty();
        }
    }
}
