package io.hostpulse.collector.source.measure;

import java.io.IOException;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads once for all who ask within one reading: the kernel makes such files anew for everyone, which takes it milliseconds on
 * large machines. Used by one thread.
 */
public final class RecentNumbers implements Numbers {

    /** Far longer than a reading takes, and no longer than the shortest interval between two of them. */
    private static final long VALID_NANOS = 100_000_000L;

    private final Numbers numbers;
    private final LongSupplier nanoTime;
    private Map<String, Long> latest = Map.of();
    private long readAt;

    /**
     * Nothing is read yet.
     *
     * @param numbers reads them
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public RecentNumbers(Numbers numbers, LongSupplier nanoTime) {
        this.numbers = numbers;
        this.nanoTime = nanoTime;
    }

    @Override
    public Map<String, Long> read() throws IOException {
        long now = nanoTime.getAsLong();
        if (latest.isEmpty() || now - readAt >= VALID_NANOS) {
            // Forgotten first: an error must not leave the old numbers behind.
            latest = Map.of();
            latest = numbers.read();
            readAt = now;
        }
        return latest;
    }

    @Override
    public void close() {
        numbers.close();
    }
}
