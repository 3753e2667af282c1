package io.hostpulse.common.queue;

import java.nio.file.Path;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * Opens Chronicle's files with the settings that all of Hostpulse shares.
 *
 * @param rollCycle how long one file is written; the shorter ones are for tests
 */
public record ChronicleFiles(RollCycle rollCycle) {

    static {
        ChronicleSettings.apply();
    }

    /** What Hostpulse writes: a file an hour. */
    public static final ChronicleFiles HOURLY = new ChronicleFiles(RollCycles.FAST_HOURLY);

    /** Keeps the apparent size of a file near its real size; the default of 64 MiB would look alarming. */
    private static final long BLOCK_SIZE = 1 << 20;

    /** How long an append waits for a file that a killed writer left half created; the default of 10 s costs 42 s. */
    private static final long TIMEOUT_MILLIS = 500;

    /** The word in Chronicle's own lock that means nobody holds it. */
    private static final long UNLOCKED = Long.MIN_VALUE;

    SingleChronicleQueue openForWriting(Path directory, TimeProvider time) {
        SingleChronicleQueue queue = builder(directory).timeProvider(time).build();
        // The kernel lock is ours, so whoever holds Chronicle's pid lock is dead, even if its pid lives again.
        queue.tableStorePut("chronicle.write.lock", UNLOCKED);
        queue.tableStorePut("chronicle.append.lock", UNLOCKED);
        return queue;
    }

    SingleChronicleQueue openForReading(Path directory) {
        return builder(directory).readOnly(true).build();
    }

    private SingleChronicleQueueBuilder builder(Path directory) {
        return SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(rollCycle)
                .blockSize(BLOCK_SIZE)
                .timeoutMS(TIMEOUT_MILLIS);
    }
}
