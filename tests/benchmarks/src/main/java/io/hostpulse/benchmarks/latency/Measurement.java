package io.hostpulse.benchmarks.latency;

import java.util.List;

/**
 * What all clients received.
 *
 * @param window when
 * @param recordings one for each client
 */
record Measurement(Window window, List<Recording> recordings) {

    private static final double HALF_MILLI = 500_000;
    private static final double NANOS_PER_MILLI = 1_000_000;

    Latencies latencies() {
        return new Latencies(recordings.stream()
                .flatMap(recording -> recording.receipts().stream())
                .mapToLong(Recording.Receipt::latency));
    }

    long received() {
        return recordings.stream()
                .mapToLong(recording -> recording.receipts().size())
                .sum();
    }

    /** One message a tick for each client. The interval is what lies between two ticks. */
    long expected() {
        return recordings.stream()
                .flatMap(recording -> recording.receipts().stream())
                .findFirst()
                .map(receipt ->
                        receipt.message().sampleTime() / receipt.message().tick())
                .map(interval -> recordings.size() * window.ticks(interval))
                .orElse(0L);
    }

    long gaps() {
        return recordings.stream().mapToLong(Recording::gaps).sum();
    }

    /** The mean age at which messages were composed, in nanoseconds; half of the millisecond that was cut off is added. */
    double meanComposition() {
        return HALF_MILLI
                + NANOS_PER_MILLI
                        * recordings.stream()
                                .flatMap(recording -> recording.receipts().stream())
                                .mapToLong(receipt -> receipt.message().ageMillis())
                                .average()
                                .orElse(0);
    }
}
