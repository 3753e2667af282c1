package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Repeats the latest counts until they are older than an interval. Used by one thread. */
final class OccasionalConnections implements Connections {

    private final Connections connections;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private Value latest;
    private long countedAt;

    OccasionalConnections(Connections connections, Duration interval, LongSupplier nanoTime) {
        this.connections = connections;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public Value count() {
        long now = nanoTime.getAsLong();
        if (latest == null || now - countedAt >= intervalNanos) {
            latest = connections.count();
            countedAt = now;
        }
        return latest;
    }
}
