package io.hostpulse.alerter.watch;

import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams that rules are applied to: all but Hostpulse's own. New ones are found while the alerter runs. One thread owns it. */
public final class WatchedStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStreams.class);

    private static final String CONSUMER = "alerter";
    private static final String OWN = "alerts";
    private static final long LOOK_INTERVAL = 1_000_000_000;

    private final DataDirectory data;
    private final QueueDirectory queues;
    private final RuleEngine engine;
    private final Map<StreamName, WatchedStream> streams = new TreeMap<>();
    private long nextLook;

    /**
     * Watches nothing yet.
     *
     * @param data where streams and cursors are
     * @param engine what records are shown to
     */
    public WatchedStreams(DataDirectory data, RuleEngine engine) {
        this.data = data;
        this.queues = new QueueDirectory(data.queues());
        this.engine = engine;
    }

    /**
     * Shows the rules everything that is new.
     *
     * @param now the present time, epoch nanoseconds
     */
    public void poll(long now) {
        if (now >= nextLook || nextLook - now > 2 * LOOK_INTERVAL) {
            nextLook = now + LOOK_INTERVAL;
            look(Duration.ZERO);
            streams.values().forEach(WatchedStream::inspect);
        }
        streams.values().forEach(stream -> stream.poll(now));
    }

    /**
     * Shows the rules what they have seen before a restart. They must be quiet meanwhile.
     *
     * @param history how far back, before the cursors
     */
    public void recall(Duration history) {
        look(history);
    }

    private void look(Duration history) {
        try {
            for (StreamName stream : queues.streams()) {
                if (!streams.containsKey(stream) && !isOwn(stream)) {
                    streams.put(stream, open(stream, history));
                }
            }
        } catch (IOException | QueueException e) {
            LOG.warn("streams in {} cannot be watched yet, trying again: {}", queues.root(), e.toString());
        }
    }

    private static boolean isOwn(StreamName stream) {
        return stream.value().equals(OWN) || ControlStreams.isControl(stream);
    }

    private WatchedStream open(StreamName stream, Duration history) throws IOException {
        Path directory = queues.of(stream);
        CursorFile cursor = CursorFile.open(data.cursor(CONSUMER, stream));
        return WatchedStream.open(directory, StreamDescriptor.readFrom(directory), cursor, engine, history);
    }

    /**
     * Tells when to poll again.
     *
     * @param now the present time, epoch nanoseconds
     * @return epoch nanoseconds
     */
    public long nextPoll(long now) {
        return streams.values().stream()
                .mapToLong(stream -> stream.nextPoll(now))
                .reduce(nextLook, Math::min);
    }

    /** Says that everything that was shown has had its effect. */
    public void commit() {
        streams.values().forEach(WatchedStream::commit);
    }

    @Override
    public void close() {
        streams.values().forEach(WatchedStream::close);
    }
}
