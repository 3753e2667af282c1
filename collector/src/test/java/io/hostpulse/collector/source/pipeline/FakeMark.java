package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ProcessState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mark file as another process writes it; the format is fixed. */
public final class FakeMark {

    private final String name;
    private final Map<String, Long> counters = new LinkedHashMap<>();

    public FakeMark(String name) {
        this.name = name;
    }

    public FakeMark counter(String label, long value) {
        counters.put(label, value);
        return this;
    }

    public void write(DataDirectory data, long pid, ProcessState state, long heartbeat) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(256 + 180 * 64 + 120).order(ByteOrder.LITTLE_ENDIAN);
        mark.putLong(0, 0x324b52414d504c48L)
                .putLong(8, pid)
                .putLong(16, heartbeat)
                .putLong(24, heartbeat)
                .putLong(32, List.of(ProcessState.values()).indexOf(state))
                .put(64, name.getBytes(StandardCharsets.UTF_8))
                .put(128, "0.1.0".getBytes(StandardCharsets.UTF_8));
        int at = 256;
        for (Map.Entry<String, Long> counter : counters.entrySet()) {
            mark.putLong(at, counter.getValue()).put(at + 8, counter.getKey().getBytes(StandardCharsets.UTF_8));
            at += 64;
        }
        Files.write(data.run().resolve(name + ".mark"), mark.array());
    }
}
