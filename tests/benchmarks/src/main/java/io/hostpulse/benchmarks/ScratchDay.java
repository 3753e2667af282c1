package io.hostpulse.benchmarks;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A day of a stream as it lies on disk after that day: a record of 2 KB each half second, a file each hour. Its files go when
 * it is closed.
 *
 * @param directory where they lie
 */
record ScratchDay(ScratchDirectory directory) implements AutoCloseable {

    static final int RECORDS = 172_800;

    private static final long BEGIN = 1_735_862_400_000_000_000L;
    private static final long INTERVAL = Duration.ofMillis(500).toNanos();

    /** 360 MB among the temporary files. */
    static ScratchDay write() throws IOException {
        ScratchDay day = new ScratchDay(ScratchDirectory.create());
        StreamDescriptor descriptor =
                new StreamDescriptor(new StreamName("benchmark"), Duration.ofNanos(INTERVAL), "benchmarks");
        AtomicLong now = new AtomicLong(BEGIN);
        ByteBuffer payload = Payloads.usual();
        try (SnapshotAppender appender = SnapshotAppender.open(day.path(), descriptor, now::get)) {
            for (int i = 0; i < RECORDS; i++) {
                appender.append(RecordKind.OK, now.get(), payload.rewind());
                now.addAndGet(INTERVAL);
            }
        }
        return day;
    }

    Path path() {
        return directory.path();
    }

    /** When a record was sampled. */
    static long timeOf(int number) {
        return BEGIN + number * INTERVAL;
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
