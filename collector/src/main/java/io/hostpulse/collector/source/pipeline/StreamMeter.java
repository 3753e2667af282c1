package io.hostpulse.collector.source.pipeline;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.status.StreamProgress;
import io.hostpulse.common.status.StreamStatus.Consumer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Shows how far streams and their consumers are, and how fast records come. Used by one thread. */
final class StreamMeter {

    private static final String NEW = "appeared since the previous read";

    private final LongSupplier nanoTime;
    private Map<String, Long> previous = Map.of();
    private long previousTime;

    /** The time is one that never goes back. */
    StreamMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void addTo(Fields.Builder fields, List<StreamProgress> streams) {
        long time = nanoTime.getAsLong();
        fields.put("disk_bytes", bytes(streams));
        fields.put(
                "streams", streams.stream().map(stream -> stream(stream, time)).toList());
        fields.put("consumers", consumers(streams));
        remember(streams, time);
    }

    private static Value bytes(List<StreamProgress> streams) {
        long sum = 0;
        for (StreamProgress stream : streams) {
            if (stream.problem().isPresent()) {
                return new Value.Missing("stream " + stream.name() + " cannot be read");
            }
            sum += stream.disk().bytes();
        }
        return new Value.Whole(sum);
    }

    private Value stream(StreamProgress stream, long time) {
        if (stream.problem().isPresent()) {
            return Fields.builder()
                    .put("name", stream.name())
                    .put("problem", stream.problem().get())
                    .build();
        }
        return Fields.builder()
                .put("name", stream.name())
                .put("last_sequence", stream.lastSequence())
                .put("records_per_sec", rate(stream, time))
                .put("files", stream.disk().files())
                .put("bytes_on_disk", stream.disk().bytes())
                .put(
                        "consumers",
                        stream.consumers().stream().map(StreamMeter::consumer).toList())
                .build();
    }

    private Value rate(StreamProgress stream, long time) {
        Long before = previous.get(stream.name());
        return before == null
                ? new Value.Missing(NEW)
                : Rate.perSecond(before, stream.lastSequence(), time - previousTime);
    }

    private static Value consumer(Consumer consumer) {
        return fields(consumer.name(), consumer.lag(), consumer.lost());
    }

    private static Value fields(String name, long lag, long lost) {
        return Fields.builder()
                .put("name", name)
                .put("lag", lag)
                .put("lost", lost)
                .build();
    }

    /** Each consumer over all streams. */
    private static List<Value> consumers(List<StreamProgress> streams) {
        Map<String, long[]> sums = new TreeMap<>();
        for (StreamProgress stream : streams) {
            for (Consumer consumer : stream.consumers()) {
                long[] sum = sums.computeIfAbsent(consumer.name(), name -> new long[2]);
                sum[0] += consumer.lag();
                sum[1] += consumer.lost();
            }
        }
        return sums.entrySet().stream()
                .map(entry -> fields(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    private void remember(List<StreamProgress> streams, long time) {
        Map<String, Long> sequences = new HashMap<>();
        streams.stream()
                .filter(stream -> stream.problem().isEmpty())
                .forEach(stream -> sequences.put(stream.name(), stream.lastSequence()));
        previous = sequences;
        previousTime = time;
    }
}
