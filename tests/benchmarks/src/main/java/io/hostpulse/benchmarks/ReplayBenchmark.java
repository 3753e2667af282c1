package io.hostpulse.benchmarks;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Going back in a day of records: finding a time, and reading on from there. */
@State(Scope.Thread)
@Fork(1)
public class ReplayBenchmark implements TailListener {

    private final Random random = new Random(3);
    private ScratchDay day;
    private long latest;

    /**
     * Writes the day.
     *
     * @throws IOException when there is no room for it
     */
    @Setup
    public void write() throws IOException {
        day = ScratchDay.write();
    }

    /**
     * Removes it.
     *
     * @throws IOException when that fails
     */
    @TearDown
    public void remove() throws IOException {
        day.close();
    }

    /**
     * Opens the stream at some time of the day and reads the first record.
     *
     * @return its sequence
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 2, time = 3)
    @Measurement(iterations = 4, time = 5)
    public long findTime() {
        int number = random.nextInt(ScratchDay.RECORDS);
        try (SnapshotTail tail = SnapshotTail.fromTime(day.path(), ScratchDay.timeOf(number))) {
            if (!tail.poll(this) || latest != number + 1) {
                throw new IllegalStateException("found record " + latest + " instead of " + (number + 1));
            }
        }
        return latest;
    }

    /**
     * Reads the whole day.
     *
     * @return the last sequence
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(ScratchDay.RECORDS)
    @Warmup(iterations = 3)
    @Measurement(iterations = 7)
    public long readDay() {
        try (SnapshotTail tail = SnapshotTail.after(day.path(), Position.START)) {
            for (int i = 0; i < ScratchDay.RECORDS; i++) {
                if (!tail.poll(this)) {
                    throw new IllegalStateException("record " + i + " is missing");
                }
            }
        }
        return latest;
    }

    @Override
    public void onRecord(RecordView record) {
        latest = record.sequence();
    }

    @Override
    public void onGap(Gap gap) {
        throw new IllegalStateException(gap.toString());
    }

    @Override
    public void onDamage(Damage damage) {
        throw new IllegalStateException(damage.toString());
    }
}
