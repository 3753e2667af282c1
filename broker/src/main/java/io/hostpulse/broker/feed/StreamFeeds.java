package io.hostpulse.broker.feed;

import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams that are followed; new ones are found while the broker runs. Used by the feed's thread. */
final class StreamFeeds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFeeds.class);

    /** How soon a new stream is found; listing one directory costs some microseconds. */
    private static final long DISCOVERY_INTERVAL = 1_000_000_000;

    /** Collectors that are started together with the broker are found at once. */
    private static final long FIRST_DISCOVERY_INTERVAL = 50_000_000;

    private static final long FIRST_DISCOVERIES = 10_000_000_000L;

    /** The name under which the broker's positions are kept. */
    private static final String CONSUMER = "broker";

    private final DataDirectory data;
    private final QueueDirectory queues;
    private final FeedStats stats;
    private final Map<StreamName, StreamFeed> followed = new TreeMap<>();
    private final long started;
    private long nextDiscovery;

    StreamFeeds(DataDirectory data, FeedStats stats, long now) {
        this.data = data;
        this.queues = new QueueDirectory(data.queues());
        this.stats = stats;
        this.started = now;
    }

    Collection<StreamFeed> discover(long now) {
        if (now >= nextDiscovery || nextDiscovery - now > 2 * DISCOVERY_INTERVAL) {
            boolean starting = now - started < FIRST_DISCOVERIES;
            nextDiscovery = now + (starting ? FIRST_DISCOVERY_INTERVAL : DISCOVERY_INTERVAL);
            followNewStreams();
            followed.values().forEach(StreamFeed::inspect);
        }
        return followed.values();
    }

    long nextDiscovery() {
        return nextDiscovery;
    }

    private void followNewStreams() {
        try {
            for (StreamName stream : queues.streams()) {
                if (!followed.containsKey(stream) && !isOwn(stream)) {
                    followed.put(stream, open(stream));
                    LOG.info("following stream {}", stream);
                }
            }
        } catch (IOException | QueueException e) {
            LOG.warn("streams in {} cannot be followed yet, trying again: {}", queues.root(), e.toString());
        }
    }

    /** What Hostpulse's processes tell one another is no measurement. */
    private static boolean isOwn(StreamName stream) {
        return stream.value().equals("alerts") || ControlStreams.isControl(stream);
    }

    // Clients want the present, so it begins with the newest record and not where it stopped.
    private StreamFeed open(StreamName stream) throws IOException {
        Path directory = queues.of(stream);
        StreamDescriptor descriptor = StreamDescriptor.readFrom(directory);
        return new StreamFeed(
                descriptor,
                SnapshotTail.fromLast(directory, 1),
                CursorFile.open(data.cursor(CONSUMER, stream)),
                new WriterCondition(data, descriptor.writer()),
                stats);
    }

    @Override
    public void close() {
        followed.values().forEach(StreamFeed::close);
    }
}
