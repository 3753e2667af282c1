package io.hostpulse.benchmarks;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

/** An empty stream in a directory of its own, open for writing; its files go when it is closed. */
public final class ScratchStream implements AutoCloseable {

    private static final StreamName NAME = new StreamName("benchmark");

    private final ScratchDirectory directory;
    private final SnapshotAppender appender;
    private long sampleTime;

    private ScratchStream(ScratchDirectory directory) {
        StreamDescriptor descriptor = new StreamDescriptor(NAME, Duration.ofMillis(500), "benchmarks");
        this.directory = directory;
        this.appender = SnapshotAppender.open(directory.path(), descriptor, EpochClock.SYSTEM::nanos);
    }

    /**
     * Makes a stream among the temporary files.
     *
     * @return the stream
     * @throws IOException when there is no room for it
     */
    public static ScratchStream create() throws IOException {
        return new ScratchStream(ScratchDirectory.create());
    }

    /**
     * Appends a record.
     *
     * @param payload its payload, consumed
     * @return its sequence
     */
    public long append(ByteBuffer payload) {
        return appender.append(RecordKind.OK, ++sampleTime, payload);
    }

    Path path() {
        return directory.path();
    }

    @Override
    public void close() throws IOException {
        appender.close();
        directory.close();
    }
}
