package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts connections at an interval and repeats the latest counts until then. A count takes milliseconds, which would delay
 * the whole reading: only the first is taken inside one, the others after a reading was handed over. Used by one thread.
 */
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
        if (latest == null) {
            refresh();
        }
        return latest;
    }

    @Override
    public void prepareNext() {
        if (nanoTime.getAsLong() - countedAt >= intervalNanos) {
            refresh();
        }
    }

    private void refresh() {
        countedAt = nanoTime.getAsLong();
        latest = connections.count();
    }
}
