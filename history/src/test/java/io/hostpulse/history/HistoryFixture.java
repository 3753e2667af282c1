package io.hostpulse.history;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.block.Bucket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A history in a directory, with a clock that stands still until it is stepped. */
final class HistoryFixture {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** 2026-01-01T00:00:00Z. */
    static final long MIDNIGHT = 1_767_225_600L * SECOND;

    static final StreamName STREAM = new StreamName("orders");

    final Path directory;
    long now = MIDNIGHT;

    HistoryFixture(Path directory) {
        this.directory = directory;
    }

    HistoryWriter writer() {
        return writer(HistorySettings.DEFAULTS);
    }

    HistoryWriter writer(HistorySettings settings) {
        return HistoryWriter.open(directory, settings, () -> now);
    }

    HistoryReader reader() {
        return HistoryReader.open(directory);
    }

    static HistorySettings keeping(Duration raw, Duration minutes, Duration hours, long maxSize) {
        return new HistorySettings(true, raw, minutes, hours, maxSize, Duration.ofSeconds(5), 5_000);
    }

    static HistoryRecord record(long sequence, long time, double value) {
        return record(
                STREAM, sequence, time, Fields.builder().put("depth", value).build());
    }

    static HistoryRecord record(StreamName stream, long sequence, long time, Fields fields) {
        return new HistoryRecord(stream, sequence, new Snapshot(time, new Reading.Ok(fields)));
    }

    static HistoryRecord without(long sequence, long time, Reading reading) {
        return new HistoryRecord(STREAM, sequence, new Snapshot(time, reading));
    }

    /** One record every so often, its value its number; committed once a minute. */
    void fill(HistoryWriter writer, long first, long count, long interval) {
        for (long i = first; i < first + count; i++) {
            long time = MIDNIGHT + (i - 1) * interval;
            writer.append(record(i, time, (double) i));
            if (Math.floorMod(time + interval, MINUTE) < interval) {
                now = Math.max(now, time);
                writer.commit();
            }
        }
        writer.commit();
    }

    SeriesHistory query(long from, long to, int points) {
        try (HistoryReader reader = reader()) {
            return query(reader, from, to, points).orElseThrow();
        }
    }

    static Optional<SeriesHistory> query(HistoryReader reader, long from, long to, int points) {
        return reader.query(new SeriesQuery(new SeriesKey(STREAM, "depth"), from, to, points));
    }

    static long count(List<Bucket> buckets) {
        return buckets.stream().mapToLong(Bucket::count).sum();
    }
}
