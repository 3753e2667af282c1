package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.util.Set;
import net.openhft.chronicle.queue.RollCycle;

/**
 * How much all streams take together.
 *
 * @param queues where they lie
 * @param roll how long one of their files is written
 */
record TotalSize(QueueDirectory queues, RollCycle roll) {

    /** What one stream may take, given what it takes now and the others beside it. */
    long capFor(long own, RetentionLimits limits) throws IOException {
        Set<StreamName> streams = queues.streams();
        long total = 0;
        for (StreamName stream : streams) {
            for (RollFile file : new RollFiles(queues.of(stream), roll).list()) {
                total += file.bytes();
            }
        }
        return limits.capOf(own, Math.max(own, total), streams.size());
    }
}
