package io.hostpulse.collector.schedule;

import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SyncPolicy;
import io.hostpulse.common.queue.RetentionLimits;
import io.hostpulse.common.queue.SpaceLimits;
import io.hostpulse.common.queue.WriterLimits;
import java.time.Duration;

/** Says in the queue's words what is configured. */
final class Limits {

    private Limits() {}

    static WriterLimits of(QueueSettings queues) {
        return new WriterLimits(
                new RetentionLimits(queues.maxAge(), queues.maxSize(), queues.maxTotalSize(), queues.cursorExpiry()),
                new SpaceLimits(queues.minFree(), queues.minFreePercent()),
                queues.sync() == SyncPolicy.INTERVAL ? queues.syncInterval() : Duration.ZERO);
    }
}
