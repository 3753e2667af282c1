package io.hostpulse.exporter.host;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams of one sink, merged by the times of their records: what was written long ago in several streams comes out day by
 * day and not stream by stream. New streams are found while it runs. Belongs to the sink's thread.
 */
final class FollowedStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedStreams.class);

    private static final Comparator<FollowedStream> BY_TIME = Comparator.comparingLong(
            stream -> stream.head().orElseThrow().record().sampleTime());

    private final DataDirectory data;
    private final QueueDirectory queues;
    private final String consumer;
    private final StreamFilter filter;
    private final long start;
    private final Map<StreamName, FollowedStream> streams = new TreeMap<>();
    private final Map<StreamName, Long> before = new HashMap<>();
    private String trouble = "";

    FollowedStreams(DataDirectory data, String sink, StreamFilter filter, long start) {
        this.data = data;
        this.queues = new QueueDirectory(data.queues());
        this.consumer = "exporter-" + sink;
        this.filter = filter;
        this.start = start;
    }

    /** To be called about once a second. A stream that cannot be opened keeps no other one waiting. */
    void look() {
        List<String> problems = new ArrayList<>();
        try {
            for (StreamName stream : queues.streams()) {
                if (!streams.containsKey(stream) && filter.takes(stream)) {
                    follow(stream).ifPresent(problems::add);
                }
            }
        } catch (IOException e) {
            problems.add("the streams in " + queues.root() + " cannot be listed: " + e);
        }
        troubled(String.join("; ", problems));
        streams.values().forEach(FollowedStream::inspect);
    }

    /** Opens a stream; tells why it cannot be opened yet. */
    private Optional<String> follow(StreamName stream) {
        try {
            streams.put(stream, open(stream));
            return Optional.empty();
        } catch (IOException | QueueException e) {
            return Optional.of("stream " + stream + " cannot be followed: " + e);
        }
    }

    private void troubled(String problem) {
        if (!problem.isEmpty() && !problem.equals(trouble)) {
            LOG.warn("{}; it is tried again every second", problem);
        }
        trouble = problem;
    }

    private FollowedStream open(StreamName stream) throws IOException {
        CursorFile cursor = CursorFile.open(data.cursor(consumer, stream));
        Long again = before.get(stream);
        FollowedStream opened = again == null
                ? FollowedStream.open(stream, queues.of(stream), cursor, start)
                : FollowedStream.openAt(stream, queues.of(stream), cursor, again);
        before.remove(stream);
        return opened;
    }

    /**
     * Opens all of them again, some at a time before their cursors. A stream that cannot be opened at once is opened when it can.
     */
    void readAgain(Map<StreamName, Long> from) {
        close();
        streams.clear();
        before.putAll(from);
        look();
    }

    /** The oldest record that is there. */
    Optional<Pulled> next() {
        return oldest().map(FollowedStream::take);
    }

    /** The same, which stays there. */
    Optional<Pulled> peek() {
        return oldest().flatMap(FollowedStream::head);
    }

    private Optional<FollowedStream> oldest() {
        return streams.values().stream()
                .filter(stream -> stream.head().isPresent())
                .min(BY_TIME);
    }

    void written(StreamName stream, Position position) {
        streams.get(stream).written(position);
    }

    long backlog() {
        return streams.values().stream().mapToLong(FollowedStream::backlog).sum();
    }

    long missing() {
        return streams.values().stream().mapToLong(FollowedStream::missing).sum();
    }

    /** Why something cannot be read; empty when everything can. */
    String trouble() {
        String streamTrouble = streams.values().stream()
                .map(FollowedStream::trouble)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return trouble.isEmpty() ? streamTrouble : trouble;
    }

    @Override
    public void close() {
        streams.values().forEach(FollowedStream::close);
    }
}
