package io.hostpulse.broker.feed;

import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the alerter's journal from its beginning, once there is one. Used by the feed's thread. */
final class AlertFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);

    /** Entries come at no known time, and clients wait for them. A look that finds nothing costs about a microsecond. */
    private static final long INTERVAL = 20_000_000;

    /** Before the first entry there is no file, and each look lists a directory, which takes a hundred times as long. */
    private static final long INTERVAL_WITHOUT_FILE = 200_000_000;

    /** What clients are sent in one turn; a flood must not hold up the samples. */
    private static final int MOST_CHANGES = 200;

    private static final long INSPECTION_INTERVAL = 1_000_000_000;

    private final Path directory;
    private final AlertChanges changes;
    private ActiveAlerts alerts;
    private Optional<SnapshotTail> tail = Optional.empty();
    private long nextPoll;
    private long inspectedAt;

    /** Begins with what is on; changes are told from now on. */
    AlertFeed(Path directory, long now) {
        this.directory = directory;
        this.changes = new AlertChanges(now);
        this.alerts = new ActiveAlerts(changes);
    }

    /** Those that are on, each as a JSON object; another list when anything has changed. */
    List<byte[]> active() {
        return alerts.json();
    }

    /** Hands over the messages about what has changed, in order. */
    List<byte[]> takeChanges() {
        return changes.take();
    }

    long nextPoll() {
        return nextPoll;
    }

    void poll(long now) {
        if (now < nextPoll && nextPoll - now <= INTERVAL_WITHOUT_FILE) {
            return;
        }
        nextPoll = now + INTERVAL_WITHOUT_FILE;
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
            alerts = new ActiveAlerts(changes);
            tail = Optional.of(SnapshotTail.after(directory, Position.START));
        }
        if (tail.isPresent()) {
            follow(tail.get(), now);
        }
    }

    private void follow(SnapshotTail open, long now) {
        boolean isMore = true;
        while (isMore && changes.size() < MOST_CHANGES) {
            isMore = open.poll(alerts);
        }
        if (open.hasFile()) {
            nextPoll = isMore ? now : now + INTERVAL;
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
