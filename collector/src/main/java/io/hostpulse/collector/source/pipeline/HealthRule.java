package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.status.LifeState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Judges one process by its state, the trend of its resident memory and what garbage collection leaves in its heap.
 *
 * @param window the window of the trend
 */
record HealthRule(Duration window) {

    /** A rise below this is worth no word, whatever its share: the JVM's own bookkeeping moves by as much. */
    private static final long LEAST_RISE = 2L << 20;

    /** Shares of the average memory by which it may grow over what was observed. */
    private static final double WATCHED_RISE = 0.05;

    private static final double LEAKING_RISE = 0.10;

    /** What grows so fast doubles within two windows. */
    private static final double CRITICAL_RISE_PER_WINDOW = 0.5;

    /** Shares of the largest heap that are in use even when there is the least garbage. */
    private static final double WATCHED_HEAP = 0.75;

    private static final double CRITICAL_HEAP = 0.90;

    private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();
    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    /**
     * Judges a process.
     *
     * @param state what it is doing
     * @param trend its memory
     * @param heap what garbage collection leaves in its heap
     */
    Judgement judge(LifeState state, Trend trend, HeapFloor heap) {
        if (!state.isAlive()) {
            return dead(state);
        }
        Judgement judgement = state == LifeState.HUNG
                ? new Judgement(Health.CRITICAL, List.of("hung: it takes no turns"))
                : Judgement.HEALTHY;
        return growth(heap(judgement, heap), trend);
    }

    private static Judgement dead(LifeState state) {
        return switch (state) {
            case STOPPED, ABSENT, UNKNOWN -> Judgement.HEALTHY;
            default -> new Judgement(Health.CRITICAL, List.of("does not run: " + state.label()));
        };
    }

    private static Judgement heap(Judgement so, HeapFloor heap) {
        double share = heap.share();
        if (share < WATCHED_HEAP) {
            return so;
        }
        return so.and(
                share < CRITICAL_HEAP ? Health.WATCH : Health.CRITICAL,
                "the heap was never below " + megabytes(heap.least()) + " of " + megabytes(heap.max()) + " in the last "
                        + heap.minutes() + " min");
    }

    private Judgement growth(Judgement so, Trend trend) {
        if (trend.growthPerHour().isEmpty()) {
            return so.health().isGood() ? so.and(Health.SETTLING, settling(trend)) : so;
        }
        Health found = ofRise(trend);
        return found == Health.HEALTHY ? so : so.and(found, words(trend));
    }

    private String settling(Trend trend) {
        long needed = Trend.leastSpan(window).plusMinutes(1).minusNanos(1).toMinutes();
        return "observed for " + minutes(trend.span()) + " of " + needed + " min that a verdict on growth needs";
    }

    private Health ofRise(Trend trend) {
        double share = trend.rise() / trend.average();
        if (!trend.steady() || trend.rise() < LEAST_RISE || share < WATCHED_RISE) {
            return Health.HEALTHY;
        }
        // Half a window tells less than a whole one, but enough for a leak.
        if (share < LEAKING_RISE || trend.span() < window.toNanos() / 2) {
            return Health.WATCH;
        }
        double perWindow = trend.growthPerHour().orElseThrow() * window.toNanos() / NANOS_PER_HOUR;
        return perWindow < CRITICAL_RISE_PER_WINDOW * trend.average() ? Health.LEAKING : Health.CRITICAL;
    }

    private static String words(Trend trend) {
        return String.format(
                Locale.ROOT,
                "memory grew steadily by %s (%.0f %%) in %d min, that is %s an hour",
                megabytes(trend.rise()),
                100 * trend.rise() / trend.average(),
                minutes(trend.span()),
                megabytes(trend.growthPerHour().orElseThrow()));
    }

    private static long minutes(long nanos) {
        return nanos / NANOS_PER_MINUTE;
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1 << 20));
    }
}
