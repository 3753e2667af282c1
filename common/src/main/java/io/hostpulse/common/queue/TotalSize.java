package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.util.Set;

/**
 * How much all streams take together.
 *
 * @param queues where they lie
 * @param files lists their files
 */
record TotalSize(QueueDirectory queues, RollFiles files) {

    /** What one stream may take, given what it takes now and the others beside it. */
    long capFor(long own, RetentionLimits limits) throws IOException {
        Set<StreamName> streams = queues.streams();
        long total = 0;
        for (StreamName stream : streams) {
            for (RollFile file : files.filesIn(queues.of(stream))) {
                total += file.bytes();
            }
        }
        return limits.capOf(own, Math.max(own, total), streams.size());
    }
}
