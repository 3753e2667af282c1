package io.hostpulse.history;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.block.Accumulator;
import io.hostpulse.history.block.Bucket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a run together, from its end to its beginning. Not thread-safe. */
final class RunBuilder {

    /** How many series a run has at most. */
    static final int FIELDS = 4;

    private static final StreamName STREAM = new StreamName("process");

    /** Starts are known to the second, and the second may be rounded to either side when the clock is set a little. */
    private static final long SAME_START = 2_000_000_000L;

    private final long pid;
    private final long width;
    private final long last;
    private final Map<String, SortedMap<Long, Accumulator>> fields = new LinkedHashMap<>();
    private OptionalLong started;
    private Optional<String> user;
    private long first;
    private long samples;

    RunBuilder(ProcessMinute end, long width) {
        this.pid = end.pid();
        this.width = width;
        this.last = end.time();
        this.started = end.started();
        this.user = end.user();
        for (String field : List.of("cpu_percent", "memory", "read_bytes_per_sec", "write_bytes_per_sec")) {
            fields.put(field, new TreeMap<>());
        }
    }

    /** Whether the number was given to another program meanwhile. What does not tell its start is taken for the same. */
    boolean isOther(ProcessMinute minute) {
        return started.isPresent()
                && minute.started().isPresent()
                && Math.abs(started.getAsLong() - minute.started().getAsLong()) > SAME_START;
    }

    void add(ProcessMinute minute) {
        first = minute.time();
        samples++;
        started = started.isPresent() ? started : minute.started();
        user = user.or(minute::user);
        add("cpu_percent", minute.time(), minute.cpuPercent());
        add("memory", minute.time(), minute.memory());
        add("read_bytes_per_sec", minute.time(), minute.readRate());
        add("write_bytes_per_sec", minute.time(), minute.writeRate());
    }

    private void add(String field, long time, OptionalDouble value) {
        value.ifPresent(known -> fields.get(field)
                .computeIfAbsent(Math.floorDiv(time, width) * width, start -> new Accumulator())
                .add(time, known));
    }

    ProcessRun build() {
        List<SeriesHistory> series = fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> series(field.getKey(), field.getValue()))
                .toList();
        return new ProcessRun(pid, started, user, first, last, samples, series);
    }

    private SeriesHistory series(String field, SortedMap<Long, Accumulator> sums) {
        List<Bucket> buckets = new ArrayList<>();
        List<Integer> breaks = new ArrayList<>();
        sums.forEach((start, sum) -> {
            if (!buckets.isEmpty() && start - buckets.get(buckets.size() - 1).start() > width) {
                breaks.add(buckets.size());
            }
            buckets.add(sum.bucket(start));
        });
        return new SeriesHistory(new SeriesKey(STREAM, field), width, buckets, breaks, List.of());
    }
}
