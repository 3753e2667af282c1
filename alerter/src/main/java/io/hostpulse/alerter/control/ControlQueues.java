package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Order;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All control streams. New ones are found while the alerter runs. One thread owns it. */
final class ControlQueues implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlQueues.class);

    private static final String CONSUMER = "alerter";
    private static final long LOOK_INTERVAL = 1_000_000_000;

    private final DataDirectory data;
    private final QueueDirectory queues;
    private final Map<StreamName, ControlQueue> followed = new TreeMap<>();
    private final ObjLongConsumer<Order> orders;
    private long nextLook;
    private final Map<String, String> troubles = new TreeMap<>();

    ControlQueues(DataDirectory data, ObjLongConsumer<Order> orders) {
        this.data = data;
        this.queues = new QueueDirectory(data.queues());
        this.orders = orders;
    }

    /**
     * Hands over orders: one of each stream in turn, so that a flood in one does not hold up the others.
     *
     * @param most how many records at most
     * @return whether there may be more
     */
    boolean poll(long now, int most) {
        if (now >= nextLook || nextLook - now > 2 * LOOK_INTERVAL) {
            nextLook = now + LOOK_INTERVAL;
            look();
            followed.values().forEach(ControlQueue::inspect);
        }
        int left = most;
        boolean any = true;
        while (any && left > 0) {
            any = false;
            for (ControlQueue queue : followed.values()) {
                boolean found = left > 0 && queue.poll(now);
                left -= found ? 1 : 0;
                any |= found;
            }
        }
        return left == 0;
    }

    private void look() {
        try {
            queues.streams().stream()
                    .filter(ControlStreams::isControl)
                    .filter(stream -> !followed.containsKey(stream))
                    .forEach(this::follow);
            troubles.remove("");
        } catch (IOException e) {
            troubled("", e);
        }
    }

    /** One that cannot be read keeps nobody from the others. */
    private void follow(StreamName stream) {
        try {
            CursorFile cursor = CursorFile.open(data.cursor(CONSUMER, stream));
            followed.put(stream, new ControlQueue(stream, queues.of(stream), cursor, orders));
            troubles.remove(stream.value());
        } catch (IOException | QueueException e) {
            troubled(stream.value(), e);
        }
    }

    private void troubled(String stream, Exception e) {
        if (!e.toString().equals(troubles.put(stream, e.toString()))) {
            LOG.warn(
                    "orders in {} cannot be followed yet, trying again: {}",
                    queues.root().resolve(stream),
                    e.toString());
        }
    }

    @Override
    public void close() {
        followed.values().forEach(ControlQueue::close);
    }
}
