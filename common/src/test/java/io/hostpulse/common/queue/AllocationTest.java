package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the bytes this thread allocates, which unlike time does not depend on what else the machine does. */
class AllocationTest {

    private static final int RECORDS = 5_000;

    /** Per record; a single object would be 16 at least. What is not allocated for each record may be there. */
    private static final double NEXT_TO_NOTHING = 8;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path root;

    @Test
    void neitherAppendingNorReadingMakesAnObjectForEachRecord() {
        QueueFixture stream = new QueueFixture(root);
        ByteBuffer payload = QueueFixture.payload(1234567);
        try (SnapshotAppender appender = stream.appender();
                SnapshotTail tail = stream.tail()) {
            Runnable append = () -> appender.append(RecordKind.OK, stream.now(), payload.rewind());
            Counting read = new Counting();
            Runnable poll = () -> tail.poll(read);
            repeat(append); // classes are loaded and buffers grow
            repeat(poll);
            assertThat(bytesFor(append)).as("bytes for an append").isLessThan(NEXT_TO_NOTHING);
            assertThat(bytesFor(poll)).as("bytes for a poll").isLessThan(NEXT_TO_NOTHING);
            assertThat(read.records).isEqualTo(2 * RECORDS);
        }
    }

    private static double bytesFor(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        repeat(work);
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / RECORDS;
    }

    private static void repeat(Runnable work) {
        for (int i = 0; i < RECORDS; i++) {
            work.run();
        }
    }

    /** Takes records without keeping anything. */
    private static final class Counting implements TailListener {
        private int records;

        @Override
        public void onRecord(RecordView record) {
            records++;
        }

        @Override
        public void onGap(Gap gap) {
            throw new AssertionError(gap);
        }

        @Override
        public void onDamage(Damage damage) {
            throw new AssertionError(damage);
        }
    }
}
