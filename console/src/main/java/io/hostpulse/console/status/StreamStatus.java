package io.hostpulse.console.status;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.queue.StreamDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One stream.
 *
 * @param descriptor what its writer says about it
 * @param writerAlive whether that process lives
 * @param recent its newest records, if there are any
 * @param disk what it takes on disk
 * @param consumers who reads it with a cursor of their own
 * @param problem why it cannot be read, if it cannot
 */
record StreamStatus(
        StreamDescriptor descriptor,
        boolean writerAlive,
        Optional<Recent> recent,
        Disk disk,
        List<Consumer> consumers,
        Optional<String> problem) {

    /** What a record may be late beyond its interval before its stream is called stale: the usual deadline of a reading. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    StreamStatus {
        consumers = List.copyOf(consumers);
    }

    String name() {
        return descriptor.name().value();
    }

    long lastSequence() {
        return recent.map(Recent::lastSequence).orElse(0L);
    }

    /** Nanoseconds since the newest sample was taken. */
    Optional<Long> age(long now) {
        return recent.map(records -> now - records.newestTime());
    }

    /** A stream without an interval has nothing to be late for. */
    boolean isFresh(long now) {
        Duration patience = descriptor.interval().multipliedBy(2).plus(TOLERANCE);
        return descriptor.interval().isZero()
                || age(now).filter(age -> age <= patience.toNanos()).isPresent();
    }

    boolean hasData() {
        return recent.filter(records -> records.kind() == RecordKind.OK).isPresent();
    }

    /**
     * The newest records taken together.
     *
     * @param lastSequence the newest record's number
     * @param newestTime when it was sampled, epoch nanoseconds
     * @param kind what it holds
     * @param reason why it holds no data, if so
     * @param perSecond how many came in a second, over the last few
     */
    record Recent(
            long lastSequence, long newestTime, RecordKind kind, Optional<String> reason, Optional<Double> perSecond) {}

    /**
     * Files of one queue.
     *
     * @param files how many roll files
     * @param bytes their lengths, which are at most one block of 1 MiB a file above what is really taken
     */
    record Disk(int files, long bytes) {}

    /**
     * A reader with a cursor.
     *
     * @param name the consumer
     * @param sequence the last record it is done with
     * @param lag how many newer records there are
     * @param lost how many were removed before it had read them, as far as is remembered
     */
    record Consumer(String name, long sequence, long lag, long lost) {}
}
