package io.hostpulse.collector.source.pipeline;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/** Lives of processes as curves: bytes by minute. */
final class MemoryShapes {

    static final long MB = 1 << 20;

    /** Printed where a test fails with it. */
    static final long SEED = 20_260_401;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private MemoryShapes() {}

    static LongUnaryOperator flat(long bytes) {
        return minute -> bytes;
    }

    static LongUnaryOperator growing(long from, long bytesPerHour) {
        return minute -> from + bytesPerHour * minute / 60;
    }

    static LongUnaryOperator step(long from, long to, long atMinute) {
        return minute -> minute < atMinute ? from : to;
    }

    /** Towards a level, most of it early: how a heap finds its size. */
    static LongUnaryOperator settling(long from, long to, double minutes) {
        return minute -> (long) (to - (to - from) * Math.exp(-minute / minutes));
    }

    static LongUnaryOperator noisy(LongUnaryOperator shape, long deviation) {
        Random random = new Random(SEED);
        return minute -> shape.applyAsLong(minute) + (long) (random.nextGaussian() * deviation);
    }

    static LongUnaryOperator withSpikes(LongUnaryOperator shape, long height) {
        return minute -> shape.applyAsLong(minute) + (minute % 7 == 3 ? height : 0);
    }

    /** The history after so many minutes, read every 5 s. */
    static MemoryHistory history(LongUnaryOperator shape, Duration window, long minutes) {
        MemoryHistory history = new MemoryHistory(window);
        for (long time = 0; time <= minutes * MINUTE; time += 5_000_000_000L) {
            history.add(time, shape.applyAsLong(time / MINUTE), OptionalLong.empty());
        }
        return history;
    }

    static Trend trend(LongUnaryOperator shape, long minutes) {
        Duration window = Duration.ofHours(1);
        return Trend.of(history(shape, window, minutes).points(), 0, Trend.leastSpan(window));
    }
}
