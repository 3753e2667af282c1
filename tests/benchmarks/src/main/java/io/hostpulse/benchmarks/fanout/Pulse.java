package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.process.EpochClock;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends messages of one size, at an interval or as fast as they are taken. The message has the form of a broker's: its stamp, its
 * tick, and then what there is.
 */
final class Pulse {

    private final EpochClock clock;
    private final Duration interval;
    private final String filling;
    private long tick;

    /**
     * Prepares the messages.
     *
     * @param interval the time between two; zero for as fast as they are taken
     * @param size of a message in bytes
     */
    Pulse(EpochClock clock, Duration interval, int size) {
        this.clock = clock;
        this.interval = interval;
        this.filling = "x".repeat(Math.max(0, size - message(0, 0, "").length()));
    }

    private static String message(long now, long tick, String filling) {
        return "{\"type\":\"monitoring_data\",\"timestamp\":\"" + Rfc3339.format(now) + "\",\"tick\":"
                + (1_000_000_000L + tick) + ",\"data\":\"" + filling + "\"}";
    }

    /**
     * Beats until the thread is interrupted.
     *
     * @param broadcast sends to everybody and returns when all was tried
     */
    void run(ByteBufAllocator allocator, Consumer<ByteBuf> broadcast) {
        long next = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            byte[] message = message(clock.nanos(), tick++, filling).getBytes(StandardCharsets.US_ASCII);
            broadcast.accept(allocator.directBuffer(message.length).writeBytes(message));
            next = interval.isZero() ? System.nanoTime() : next + interval.toNanos();
            park(next - System.nanoTime());
        }
    }

    private static void park(long nanos) {
        if (nanos > TimeUnit.MICROSECONDS.toNanos(10)) {
            LockSupport.parkNanos(nanos);
        }
    }
}
