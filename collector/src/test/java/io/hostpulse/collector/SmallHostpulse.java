package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.collector.source.pipeline.FakeMark;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.JvmCounter;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

/** A data directory with one live process, one stream and one consumer; the process is a shell that calls itself ours. */
final class SmallHostpulse implements AutoCloseable {

    private final DataDirectory data;
    private final Process process;

    SmallHostpulse(Path root) throws IOException {
        data = new DataDirectory(root);
        data.create();
        process = new ProcessBuilder("sh", "-c", "read line; : io.hostpulse").start();
        FakeMark mark = new FakeMark("collector-memory").counter("records_refused_total", 3);
        for (JvmCounter counter : JvmCounter.values()) {
            mark.counter(counter.label(), 1_000_000);
        }
        mark.write(data, process.pid(), ProcessState.RUNNING, EpochClock.SYSTEM.nanos());
        stream();
    }

    private void stream() throws IOException {
        StreamName name = new StreamName("memory");
        StreamDescriptor descriptor = new StreamDescriptor(name, Duration.ofMillis(500), "collector-memory");
        try (SnapshotAppender appender =
                SnapshotAppender.open(data.queues().resolve("memory"), descriptor, EpochClock.SYSTEM::nanos)) {
            ByteBuffer payload =
                    new PayloadWriter().write(Fields.builder().put("n", 1).build());
            appender.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), payload);
        }
        CursorFile.open(data.cursor("broker", name)).moveTo(new Position(1, 1));
    }

    SourceContext context() {
        return new SourceContext(data, EpochClock.SYSTEM);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
