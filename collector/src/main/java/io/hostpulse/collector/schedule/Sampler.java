package io.hostpulse.collector.schedule;

import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.Agent;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples one source at aligned moments. Every moment leaves a snapshot: the reading, or why there is none. A read that
 * misses its deadline is reported at once and at every moment until it returns; no second read is started behind it. While people have
 * stopped the stream, nothing is read, and every moment says so.
 */
public final class Sampler implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    /** The longest wait for a read in one turn, so that the process's heartbeat goes on meanwhile. */
    private static final long LONGEST_WAIT = 500_000_000L;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final AlignedSchedule schedule;
    private final long deadline;
    private final long headStart;
    private final DeadlineReader reader;
    private final SnapshotSink sink;
    private final SampleStats stats;
    private final LongFunction<Optional<Stop>> halt;

    private long nextTick;
    private long readTick;
    private State state = State.IDLE;
    private boolean hasPublished;

    private enum State {
        /** Waiting for the next moment. */
        IDLE,
        /** A read is out and within its deadline. */
        READING,
        /** A read is out that missed its deadline. */
        HUNG
    }

    /**
     * Puts a sampler together.
     *
     * @param timing when it reads
     * @param reader reads the source
     * @param sink takes what was read
     * @param stats counts how reading goes
     * @param halt tells who has stopped the stream at a time, if anybody has
     */
    Sampler(
            Timing timing,
            DeadlineReader reader,
            SnapshotSink sink,
            SampleStats stats,
            LongFunction<Optional<Stop>> halt) {
        this.schedule = AlignedSchedule.every(timing.interval());
        this.deadline = timing.deadline().toNanos();
        this.headStart = timing.headStart().toNanos();
        this.reader = reader;
        this.sink = sink;
        this.stats = stats;
        this.halt = halt;
    }

    // Everything below runs on a time that is behind by the head start, so that moments stay aligned.
    @Override
    public long doWork(long now) {
        return work(now - headStart) + headStart;
    }

    private long work(long now) {
        if (state == State.READING) {
            awaitReading(now);
        } else if (isDue(now)) {
            beginTick(now);
        }
        return state == State.READING ? now : nextTick;
    }

    private boolean isDue(long now) {
        if (nextTick == 0) {
            nextTick = schedule.first(now);
        } else if (schedule.after(now) < nextTick) {
            // The clock was set back: go on from there instead of waiting for the old time to come again.
            nextTick = schedule.after(now);
        }
        return now >= nextTick;
    }

    private void beginTick(long now) {
        stats.missed(schedule.between(nextTick, now));
        long tick = Math.max(nextTick, schedule.after(now) - schedule.interval());
        nextTick = schedule.after(now);
        Optional<Stop> stop = halt.apply(now);
        if (stop.isPresent()) {
            // Said at every moment, so that it is never taken for a collector that has died.
            hasPublished |= sink.stopped(tick, stop.get());
            return;
        }
        if (state == State.HUNG && reader.await(0).isEmpty()) {
            publish(tick, new Reading.Failed(hungFor(tick - readTick)));
            return;
        }
        state = State.READING;
        readTick = tick;
        reader.begin();
        awaitReading(now);
    }

    private void awaitReading(long now) {
        long left = readTick + deadline - now;
        Optional<DeadlineReader.Outcome> outcome = reader.await(Math.min(left, LONGEST_WAIT));
        if (outcome.isPresent()) {
            state = State.IDLE;
            stats.read(outcome.get());
            publish(readTick, outcome.get().reading());
        } else if (left <= LONGEST_WAIT) {
            state = State.HUNG;
            stats.overrun();
            LOG.warn("read not answered within its deadline of {} ms", deadline / NANOS_PER_MILLI);
            publish(readTick, new Reading.Failed("no answer within " + deadline / NANOS_PER_MILLI + " ms"));
        }
    }

    private static String hungFor(long nanos) {
        return "no answer for " + nanos / NANOS_PER_SECOND + " s; nothing else is tried until it comes";
    }

    private void publish(long sampleTime, Reading reading) {
        boolean written = sink.accept(new Snapshot(sampleTime, reading));
        hasPublished |= written;
    }

    @Override
    public boolean isReady() {
        return hasPublished;
    }

    @Override
    public void close() {
        reader.close();
        sink.close();
    }
}
