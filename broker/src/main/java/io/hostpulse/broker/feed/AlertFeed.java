package io.hostpulse.broker.feed;

import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the alerter's journal from its beginning, once there is one. Used by the feed's thread. */
final class AlertFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);

    /** Alerts come seldom, and each message shows those that are on. */
    private static final long INTERVAL = 100_000_000;

    private static final long INSPECTION_INTERVAL = 1_000_000_000;

    private final Path directory;
    private ActiveAlerts alerts = new ActiveAlerts();
    private Optional<SnapshotTail> tail = Optional.empty();
    private long polledAt;
    private long inspectedAt;

    AlertFeed(Path directory) {
        this.directory = directory;
    }

    /** Those that are on, each as a JSON object. */
    Collection<byte[]> active() {
        return alerts.json();
    }

    void poll(long now) {
        if (Math.abs(now - polledAt) < INTERVAL) {
            return;
        }
        polledAt = now;
        try {
            follow(now);
        } catch (QueueException e) {
            // It begins anew with the whole journal, so nothing is forgotten.
            LOG.warn("alerts cannot be read, trying again: {}", e.getMessage());
            close();
        }
    }

    private void follow(long now) {
        if (tail.isEmpty() && StreamDescriptor.isIn(directory)) {
            alerts = new ActiveAlerts();
            tail = Optional.of(SnapshotTail.after(directory, Position.START));
        }
        if (tail.isPresent()) {
            follow(tail.get(), now);
        }
    }

    private void follow(SnapshotTail open, long now) {
        while (open.poll(alerts)) {
            // everything new
        }
        if (Math.abs(now - inspectedAt) >= INSPECTION_INTERVAL) {
            inspectedAt = now;
            open.inspect(alerts);
        }
    }

    @Override
    public void close() {
        tail.ifPresent(SnapshotTail::close);
        tail = Optional.empty();
    }
}
