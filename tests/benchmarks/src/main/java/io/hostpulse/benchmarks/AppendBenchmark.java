package io.hostpulse.benchmarks;

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

/**
 * Appending a record of 2 KB. A fixed number of records into a new queue each time, because a fixed time would fill the disk
 * with gigabytes; 100 MB are written here at most at once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 15)
@Measurement(iterations = 25)
public class AppendBenchmark {

    private static final int RECORDS = 50_000;

    private final ByteBuffer payload = Payloads.usual();
    private ScratchStream stream;

    /**
     * Begins a new queue. The first record makes its files.
     *
     * @throws IOException when there is no room for it
     */
    @Setup(Level.Iteration)
    public void begin() throws IOException {
        stream = ScratchStream.create();
        stream.append(payload.rewind());
    }

    /**
     * Removes it.
     *
     * @throws IOException when that fails
     */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
        stream.close();
    }

    /**
     * Appends.
     *
     * @return the last sequence
     */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long append() {
        long sequence = 0;
        for (int i = 0; i < RECORDS; i++) {
            sequence = stream.append(payload.rewind());
        }
        return sequence;
    }
}
