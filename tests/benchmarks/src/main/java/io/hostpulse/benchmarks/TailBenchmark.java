package io.hostpulse.benchmarks;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading records of 2 KB that lie ready, and looking at a queue in which there is nothing new. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 15)
@Measurement(iterations = 25)
public class TailBenchmark implements TailListener {

    private static final int RECORDS = 50_000;

    private ScratchStream stream;
    private SnapshotTail tail;
    private SnapshotTail behindTheEnd;
    private long bytes;

    /**
     * Writes the records.
     *
     * @throws IOException when there is no room for them
     */
    @Setup
    public void write() throws IOException {
        stream = ScratchStream.create();
        ByteBuffer payload = Payloads.usual();
        for (int i = 0; i <= RECORDS; i++) {
            stream.append(payload.rewind());
        }
    }

    /**
     * Removes them.
     *
     * @throws IOException when that fails
     */
    @TearDown
    public void remove() throws IOException {
        stream.close();
    }

    /** Begins at the first record, of which the reading opens the files. */
    @Setup(Level.Iteration)
    public void open() {
        tail = SnapshotTail.after(stream.path(), Position.START);
        tail.poll(this);
        behindTheEnd = SnapshotTail.fromEnd(stream.path());
        behindTheEnd.poll(this);
    }

    /** Ends reading. */
    @TearDown(Level.Iteration)
    public void close() {
        tail.close();
        behindTheEnd.close();
    }

    /**
     * Reads all there is.
     *
     * @return the number of bytes read
     */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long poll() {
        for (int i = 0; i < RECORDS; i++) {
            if (!tail.poll(this)) {
                throw new IllegalStateException("record " + i + " is missing");
            }
        }
        return bytes;
    }

    /**
     * Looks where nothing is.
     *
     * @return the number of records found
     */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int pollNothing() {
        int found = 0;
        for (int i = 0; i < RECORDS; i++) {
            found += behindTheEnd.poll(this) ? 1 : 0;
        }
        return found;
    }

    @Override
    public void onRecord(RecordView record) {
        bytes += record.sequence();
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
