package io.hostpulse.broker.replay;

import io.hostpulse.broker.fanout.Recovery;
import io.hostpulse.broker.fanout.ReplayTarget;
import io.hostpulse.broker.fanout.Replays;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Since;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.QueueDirectory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays for all clients, on one thread of its own, one turn of one client after another. A client has its next turn when its socket
 * has taken the last one, so one that reads slowly delays nobody; and all turns together send no more than a rate, so that live
 * messages find the loop and the network free. Thread-safe.
 */
public final class Replayer implements Replays, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);

    /** Turns that sockets have not taken: 16 MB. */
    private static final int MOST_UNTAKEN = 256;

    private static final long PAUSE = Duration.ofMillis(10).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long KEEP_SECONDS = 60;
    private static final long GOODBYE_SECONDS = 1;

    private final QueueDirectory queues;
    private final ByteBufAllocator allocator;
    private final EpochClock clock;
    private final long interval;
    private final LongSupplier bytesPerSecond;
    private final ReplayStats stats;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicInteger untaken = new AtomicInteger();
    private final Deque<Replay> ready = new ArrayDeque<>();
    private long nextTurn;
    private boolean isPausing;

    /**
     * Begins without a thread.
     *
     * @param queues where the streams are
     * @param allocator makes buffers
     * @param clock the time
     * @param interval the time between two of the broker's ticks
     * @param bytesPerSecond what all replays together may send; asked at each turn
     * @param stats where counts are shown
     */
    public Replayer(
            QueueDirectory queues,
            ByteBufAllocator allocator,
            EpochClock clock,
            Duration interval,
            LongSupplier bytesPerSecond,
            ReplayStats stats) {
        this.queues = queues;
        this.allocator = allocator;
        this.clock = clock;
        this.interval = interval.toNanos();
        this.bytesPerSecond = bytesPerSecond;
        this.stats = stats;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "replay");
            made.setDaemon(true);
            return made;
        });
        thread.setKeepAliveTime(KEEP_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void begin(ReplayTarget target, Group group, Since since, Consumer<Recovery> answer) {
        ReplayComposer composer = new ReplayComposer(group, allocator, interval);
        goOn(new Replay(target, group, since, answer, queues, composer));
    }

    private void goOn(Replay replay) {
        later(() -> admit(replay), 0);
    }

    private void later(Runnable work, long nanos) {
        if (!thread.isShutdown()) {
            thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void admit(Replay replay) {
        ready.add(replay);
        if (!isPausing) {
            takeTurns();
        }
    }

    private void takeTurns() {
        isPausing = false;
        while (!ready.isEmpty()) {
            long now = clock.nanos();
            // What lies farther ahead was planned before the clock was set back.
            nextTurn = Math.min(nextTurn, now + LONGEST_PAUSE);
            long pause = nextTurn - now;
            if (pause > 0 || untaken.get() >= MOST_UNTAKEN) {
                isPausing = true;
                later(this::takeTurns, Math.max(pause, PAUSE));
                return;
            }
            takeTurn(ready.remove(), now);
        }
    }

    // What is thrown here would vanish in the executor's future.
    private void takeTurn(Replay replay, long now) {
        if (replay.target().isOver()) {
            return;
        }
        try {
            Optional<Cut> cut = replay.group().latest();
            if (cut.isPresent()) {
                turn(replay, cut.get(), now);
            } else {
                later(() -> admit(replay), PAUSE);
            }
        } catch (RuntimeException | Error e) {
            // Also an InternalError: so ends what is read from a mapped file that was cut off.
            LOG.error("a replay ended early", e);
            replay.target().abandon();
        }
    }

    private void turn(Replay replay, Cut cut, long now) {
        ByteBuf frames = replay.buffer(allocator);
        boolean isDone;
        try (replay) {
            isDone = replay.read(cut, now, frames);
        } catch (RuntimeException | Error e) {
            frames.release();
            throw e;
        }
        send(replay, cut, frames, now, isDone);
    }

    private void send(Replay replay, Cut cut, ByteBuf frames, long now, boolean isDone) {
        int bytes = frames.readableBytes();
        nextTurn = Math.max(now, Math.min(nextTurn, now + LONGEST_PAUSE))
                + (long) (bytes * NANOS_PER_SECOND / bytesPerSecond.getAsLong());
        stats.sent(bytes);
        untaken.incrementAndGet();
        replay.target().send(frames, () -> {
            untaken.decrementAndGet();
            if (isDone) {
                replay.target().goLive(cut, () -> goOn(replay));
            } else {
                goOn(replay);
            }
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
