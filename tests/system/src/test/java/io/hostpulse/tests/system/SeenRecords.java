package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a client has seen of some streams, to be compared with their queues. Thread-safe. */
final class SeenRecords {

    /**
     * One record.
     *
     * @param sequence its number
     * @param timestamp when it was sampled
     * @param data its payload
     */
    record Entry(long sequence, String timestamp, Json data) {}

    private final Map<String, List<Entry>> seen = new ConcurrentHashMap<>();

    void add(String stream, long sequence, String timestamp, String data) {
        seen.computeIfAbsent(stream, name -> new CopyOnWriteArrayList<>())
                .add(new Entry(sequence, Rfc3339.format(Rfc3339.parse(timestamp)), Json.parse(data)));
    }

    /** A line of one of the examples that print records. */
    void add(String line) {
        Json record = Json.parse(line);
        seen.computeIfAbsent(record.at("stream").text(), name -> new CopyOnWriteArrayList<>())
                .add(new Entry(
                        record.at("sequence").whole(),
                        record.at("timestamp").text(),
                        record.at(record.has("data") ? "data" : "no_data")));
    }

    long last(String stream) {
        List<Entry> entries = seen.getOrDefault(stream, List.of());
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
    }

    /** Waits for nothing: whether all that the queues hold now was seen. */
    boolean hasReached(Map<String, Long> newest) {
        return newest.entrySet().stream().allMatch(stream -> last(stream.getKey()) >= stream.getValue());
    }

    /** Every record once and in order, with everything in it. */
    void assertTheyAreTheQueue(Path data, List<String> streams) {
        assertTheirNumbersAreTheQueues(data, streams);
        for (String stream : streams) {
            List<Entry> records = seen.get(stream);
            assertThat(records).as(stream).isEqualTo(queue(data, stream).subList(0, records.size()));
        }
    }

    /** Every record once and in order; JavaScript does not tell 3 from 3.0. */
    void assertTheirNumbersAreTheQueues(Path data, List<String> streams) {
        for (String stream : streams) {
            List<Entry> queue = queue(data, stream);
            List<Entry> records = seen.getOrDefault(stream, List.of());
            assertThat(records).as(stream).isNotEmpty();
            assertThat(names(records))
                    .as(stream)
                    .isEqualTo(names(queue.subList(0, Math.min(queue.size(), records.size()))));
        }
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.sequence() + " " + entry.timestamp())
                .toList();
    }

    /** The newest record of each stream. */
    static Map<String, Long> newest(Path data, List<String> streams) {
        Map<String, Long> newest = new TreeMap<>();
        for (String stream : streams) {
            List<Entry> queue = queue(data, stream);
            newest.put(stream, queue.get(queue.size() - 1).sequence());
        }
        return newest;
    }

    /** Whether every stream has begun. */
    static boolean areThere(Path data, List<String> streams) {
        return streams.stream().noneMatch(stream -> queue(data, stream).isEmpty());
    }

    /** The sequences of all records of a stream, which must have no gap. */
    static List<Long> sequences(Path data, String stream) {
        return queue(data, stream).stream().map(Entry::sequence).toList();
    }

    private static List<Entry> queue(Path data, String stream) {
        Path directory = data.resolve("queues").resolve(stream);
        List<Entry> entries = new ArrayList<>();
        if (!StreamDescriptor.isIn(directory)) {
            return entries;
        }
        try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
            boolean more = true;
            while (more) {
                more = tail.poll(new Collector(entries));
            }
        }
        return entries;
    }

    private record Collector(List<Entry> entries) implements TailListener {

        @Override
        public void onRecord(RecordView record) {
            entries.add(new Entry(
                    record.sequence(), Rfc3339.format(record.sampleTime()), Json.parse(record.payloadText())));
        }

        @Override
        public void onGap(Gap gap) {
            throw new AssertionError("records are missing: " + gap);
        }

        @Override
        public void onDamage(Damage damage) {
            throw new AssertionError("damage in " + damage);
        }
    }
}
