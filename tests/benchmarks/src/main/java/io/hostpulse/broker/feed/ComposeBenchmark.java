package io.hostpulse.broker.feed;

import io.hostpulse.benchmarks.Payloads;
import io.hostpulse.benchmarks.ScratchDirectory;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Putting one message together from the newest records of the five default streams. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ComposeBenchmark {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final MessageComposer composer = new MessageComposer(PooledByteBufAllocator.DEFAULT, INTERVAL);
    private ScratchDirectory directory;
    private MarkFile mark;
    private StreamFeeds feeds;
    private Collection<StreamFeed> streams;
    private long now;

    /**
     * Fills the streams with one record each and reads them.
     *
     * @throws IOException when there is no room for them
     */
    @Setup
    public void fill() throws IOException {
        directory = ScratchDirectory.create();
        DataDirectory data = new DataDirectory(directory.path());
        data.create();
        now = EpochClock.SYSTEM.nanos();
        for (String stream : Payloads.STREAMS) {
            write(data, new StreamName(stream));
        }
        mark = MarkFile.create(data, "broker", now);
        feeds = new StreamFeeds(data, new FeedStats(mark), now);
        streams = feeds.discover(now);
        streams.forEach(stream -> stream.poll(now));
    }

    private void write(DataDirectory data, StreamName stream) throws IOException {
        StreamDescriptor descriptor = new StreamDescriptor(stream, INTERVAL, "benchmarks");
        try (SnapshotAppender appender = SnapshotAppender.open(
                new QueueDirectory(data.queues()).of(stream), descriptor, EpochClock.SYSTEM::nanos)) {
            appender.append(RecordKind.OK, now, Payloads.of(stream.value()));
        }
    }

    /**
     * Removes the streams.
     *
     * @throws IOException when that fails
     */
    @TearDown
    public void remove() throws IOException {
        feeds.close();
        mark.close();
        directory.close();
    }

    /**
     * Composes.
     *
     * @return the message's length
     */
    @Benchmark
    public int compose() {
        ByteBuf message = composer.compose(now, now, streams, List.of());
        int length = message.readableBytes();
        message.release();
        return length;
    }
}
