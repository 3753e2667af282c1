package io.hostpulse.common.process;

import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.lock.LockHeldException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * What a live process says of itself, in a small mapped file: others read it at any time without asking the process, and
 * writing it costs no system call. A kernel lock beside it, held for the process's life, keeps a second process of the same
 * name away. Methods may be called by any thread, except that each counter has one writer.
 */
public final class MarkFile implements ProcessMark, AutoCloseable {

    private static final String SUFFIX = ".mark";
    private static final String LOCK_SUFFIX = ".lock";

    private final KernelLock lock;
    private final ByteBuffer buffer;
    private int counters;

    private MarkFile(KernelLock lock, ByteBuffer buffer) {
        this.lock = lock;
        this.buffer = buffer;
    }

    static Path fileOf(DataDirectory data, String processName) {
        return data.run().resolve(processName + SUFFIX);
    }

    /**
     * Creates the mark of this process.
     *
     * @param data where it lies
     * @param processName the process
     * @param startTime now, in epoch nanoseconds
     * @return the mark, held until it is closed or the process ends
     * @throws ProcessFailure when a process of this name lives already
     * @throws IOException when the file cannot be used
     */
    public static MarkFile create(DataDirectory data, String processName, long startTime) throws IOException {
        KernelLock lock = acquire(data, processName);
        try {
            MarkFile mark = new MarkFile(lock, map(fileOf(data, processName)));
            mark.writeHeader(processName, startTime);
            return mark;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static KernelLock acquire(DataDirectory data, String processName) throws IOException {
        try {
            return KernelLock.acquire(data.run().resolve(processName + LOCK_SUFFIX), processName);
        } catch (LockHeldException e) {
            throw ProcessFailure.temporary(
                    "'" + processName + "' already runs on " + data.root() + " (" + e.getMessage()
                            + "): stop it first, or use another --data directory",
                    e);
        }
    }

    // The mapping outlives its channel.
    private static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, MarkLayout.LENGTH);
        }
    }

    private void writeHeader(String processName, long startTime) {
        buffer.put(0, new byte[MarkLayout.LENGTH]);
        MarkLayout.putText(buffer, MarkLayout.NAME_AT, MarkLayout.TEXT_LENGTH, processName);
        MarkLayout.putText(buffer, MarkLayout.VERSION_AT, MarkLayout.TEXT_LENGTH, Version.CURRENT);
        MarkLayout.putLong(buffer, MarkLayout.PID_AT, ProcessHandle.current().pid());
        MarkLayout.putLong(buffer, MarkLayout.PROCESS_START_AT, processStart());
        MarkLayout.putLong(buffer, MarkLayout.STARTED_AT, startTime);
        heartbeat(startTime);
        state(ProcessState.STARTING);
        MarkLayout.putLong(buffer, MarkLayout.MAGIC_AT, MarkLayout.MAGIC);
    }

    private static long processStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(0L);
    }

    void heartbeat(long now) {
        MarkLayout.putLong(buffer, MarkLayout.HEARTBEAT_AT, now);
    }

    void state(ProcessState state) {
        MarkLayout.putLong(buffer, MarkLayout.STATE_AT, state.ordinal());
    }

    /**
     * Says what keeps the process from doing its work for now, so that others can tell it.
     *
     * @param condition a short text for a person; empty when all is well; what is longer than 120 bytes is cut off
     */
    @Override
    public void condition(String condition) {
        MarkLayout.putText(buffer, MarkLayout.CONDITION_AT, MarkLayout.CONDITION_LENGTH, condition);
    }

    /**
     * Adds a counter that others can read.
     *
     * @param label its name, of which 56 bytes are kept, in the form of a metric name such as {@code records_total}
     * @return the counter, at 0
     * @throws IllegalStateException when the table is full
     */
    @Override
    public synchronized Counter counter(String label) {
        if (counters == MarkLayout.MAX_COUNTERS) {
            throw new IllegalStateException(
                    "a mark file holds " + MarkLayout.MAX_COUNTERS + " counters, no room for '" + label + "'");
        }
        int at = MarkLayout.COUNTERS_AT + counters++ * MarkLayout.COUNTER_LENGTH;
        MarkLayout.putText(buffer, at + MarkLayout.LABEL_AT, MarkLayout.LABEL_LENGTH, label);
        return new Counter(buffer, at);
    }

    @Override
    public void close() throws IOException {
        state(ProcessState.STOPPED);
        lock.close();
    }
}
