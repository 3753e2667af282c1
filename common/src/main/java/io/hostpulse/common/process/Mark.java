package io.hostpulse.common.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a process said of itself last, as read from its mark file.
 *
 * @param name the process
 * @param version the Hostpulse version it runs
 * @param pid its process id
 * @param processStart when the operating system started it, epoch milliseconds; with the pid it identifies the process
 * @param startTime when it began its work, epoch nanoseconds
 * @param heartbeat when it last took a turn, epoch nanoseconds
 * @param state what it was doing then
 * @param counters its counters by label
 * @param condition what keeps it from doing its work, for a person; empty when all is well
 */
public record Mark(
        String name,
        String version,
        long pid,
        long processStart,
        long startTime,
        long heartbeat,
        ProcessState state,
        Map<String, Long> counters,
        String condition) {

    /** Copies the counters and keeps their order. */
    public Mark {
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }

    /**
     * Reads the mark of a process without disturbing it.
     *
     * @param data the data directory it runs on
     * @param processName its name
     * @return its mark; empty when it never ran here
     * @throws IOException when the file cannot be read
     */
    public static Optional<Mark> read(DataDirectory data, String processName) throws IOException {
        Path file = MarkFile.fileOf(data, processName);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.allocateDirect(MarkLayout.LENGTH)
                .put(0, bytes, 0, Math.min(bytes.length, MarkLayout.LENGTH));
        if (MarkLayout.getLong(buffer, MarkLayout.MAGIC_AT) != MarkLayout.MAGIC) {
            return Optional.empty();
        }
        return Optional.of(parse(buffer));
    }

    private static Mark parse(ByteBuffer buffer) {
        int state = (int) MarkLayout.getLong(buffer, MarkLayout.STATE_AT);
        return new Mark(
                MarkLayout.getText(buffer, MarkLayout.NAME_AT, MarkLayout.TEXT_LENGTH),
                MarkLayout.getText(buffer, MarkLayout.VERSION_AT, MarkLayout.TEXT_LENGTH),
                MarkLayout.getLong(buffer, MarkLayout.PID_AT),
                MarkLayout.getLong(buffer, MarkLayout.PROCESS_START_AT),
                MarkLayout.getLong(buffer, MarkLayout.STARTED_AT),
                MarkLayout.getLong(buffer, MarkLayout.HEARTBEAT_AT),
                ProcessState.values()[Math.floorMod(state, ProcessState.values().length)],
                counters(buffer),
                MarkLayout.getText(buffer, MarkLayout.CONDITION_AT, MarkLayout.CONDITION_LENGTH));
    }

    private static Map<String, Long> counters(ByteBuffer buffer) {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (int i = 0; i < MarkLayout.MAX_COUNTERS; i++) {
            int at = MarkLayout.COUNTERS_AT + i * MarkLayout.COUNTER_LENGTH;
            String label = MarkLayout.getText(buffer, at + MarkLayout.LABEL_AT, MarkLayout.LABEL_LENGTH);
            if (!label.isEmpty()) {
                counters.put(label, MarkLayout.getLong(buffer, at));
            }
        }
        return counters;
    }

    /**
     * Tells whether the process still lives; a pid that was given to another process since does not count.
     *
     * @return whether the process that wrote this mark is there
     */
    public boolean isAlive() {
        return ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()).stream()
                .anyMatch(started -> started.toEpochMilli() == processStart);
    }
}
