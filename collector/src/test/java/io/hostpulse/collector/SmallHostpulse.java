package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceContext;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.JvmCounter;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A data directory with one live process, one stream and one consumer; the process is a shell that calls itself ours. */
final class SmallHostpulse implements AutoCloseable {

    private final DataDirectory data;
    private final Process process;

    SmallHostpulse(Path root) throws IOException {
        data = new DataDirectory(root);
        data.create();
        process = new ProcessBuilder("sh", "-c", "read line; : io.hostpulse").start();
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("records_refused_total", 3L);
        for (JvmCounter counter : JvmCounter.values()) {
            counters.put(counter.label(), 1_000_000L);
        }
        mark("collector-memory", process.pid(), counters);
        stream();
    }

    private void mark(String name, long pid, Map<String, Long> counters) throws IOException {
        long now = EpochClock.SYSTEM.nanos();
        ByteBuffer mark = ByteBuffer.allocate(4216).order(ByteOrder.LITTLE_ENDIAN);
        mark.putLong(0, 0x314b52414d504c48L)
                .putLong(8, pid)
                .putLong(16, now)
                .putLong(24, now)
                .putLong(32, 1)
                .put(64, name.getBytes(StandardCharsets.UTF_8));
        int at = 256;
        for (Map.Entry<String, Long> counter : counters.entrySet()) {
            mark.putLong(at, counter.getValue()).put(at + 8, counter.getKey().getBytes(StandardCharsets.UTF_8));
            at += 64;
        }
        Files.write(data.run().resolve(name + ".mark"), mark.array());
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
