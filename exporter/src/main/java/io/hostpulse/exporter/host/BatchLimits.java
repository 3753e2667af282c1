package io.hostpulse.exporter.host;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;

/**
 * When a batch is written: when it has so many records or bytes, or when its first record has waited so long.
 *
 * @param records 1 to 100000
 * @param bytes 1 KB to 64 MB; one record more than fits is still taken
 * @param delay 100 ms to 1 h
 */
public record BatchLimits(int records, long bytes, Duration delay) {

    /** Five seconds of all default streams are some 100 records and 150 KB. */
    public static final BatchLimits USUAL = new BatchLimits(1000, 1 << 20, Duration.ofSeconds(5));

    private static final int MOST_RECORDS = 100_000;
    private static final long LEAST_BYTES = 1 << 10;
    private static final long MOST_BYTES = 64 << 20;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    static BatchLimits read(ConfigNode node) {
        return new BatchLimits(
                node.whole("batch_records", USUAL.records(), 1, MOST_RECORDS),
                node.size("batch_size", USUAL.bytes(), LEAST_BYTES, MOST_BYTES),
                node.duration("batch_delay", USUAL.delay(), SHORTEST, LONGEST));
    }
}
