package io.hostpulse.broker.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides when a tick's message goes out: as soon as every punctual stream that has a sample for every tick has delivered it,
 * and after a short patience without the others. A stream that failed to come in time is not waited for again until it has
 * been in time once, so a dead or slow source delays one message and no more. A stream that is sampled less often than
 * messages go out is never waited for: its reads tend to be the long ones, and what misses this message is in the next.
 * Pure: all times are epoch nanoseconds given by the caller.
 *
 * @param <K> what identifies a stream
 */
final class TickAssembler<K> {

    /** The longest wait for a late sample; longer would make everyone's data old for the sake of one stream. */
    private static final long MAX_PATIENCE = 100_000_000;

    private final long interval;
    private final long patience;
    private final Map<K, Arrival> arrivals = new HashMap<>();
    private long tick;

    /** What is known of one stream. */
    private record Arrival(long interval, long sampleTime, boolean punctual) {

        /** The newest sample the stream can have at a tick. */
        long expectedAt(long tick) {
            return interval == 0 ? 0 : Math.floorDiv(tick, interval) * interval;
        }
    }

    TickAssembler(Duration interval, long now) {
        this.interval = interval.toNanos();
        this.patience = Math.min(MAX_PATIENCE, this.interval / 2);
        this.tick = after(now);
    }

    void arrived(K stream, Duration streamInterval, long sampleTime, long now) {
        boolean punctual = now - sampleTime <= patience;
        arrivals.put(stream, new Arrival(streamInterval.toNanos(), sampleTime, punctual));
    }

    void removed(K stream) {
        arrivals.remove(stream);
    }

    /** The moment the next message is about. */
    long tick() {
        return tick;
    }

    Decision decide(long now) {
        if (now + 2 * interval < tick) {
            tick = after(now); // the clock was set back
        }
        if (now < tick) {
            return Decision.WAIT;
        }
        if (arrivals.values().stream().noneMatch(this::isAwaited)) {
            return Decision.COMPLETE;
        }
        return now < tick + patience ? Decision.WAIT : Decision.INCOMPLETE;
    }

    /** Goes on to the next tick that is still ahead; whoever was missing is not awaited again. */
    void sent(long now) {
        arrivals.replaceAll((stream, arrival) ->
                isAwaited(arrival) ? new Arrival(arrival.interval(), arrival.sampleTime(), false) : arrival);
        tick = Math.max(tick + interval, after(now));
    }

    /** When to ask again if nothing arrives before. */
    long nextDecision(long now) {
        return now < tick ? tick : tick + patience;
    }

    private boolean isAwaited(Arrival arrival) {
        return arrival.punctual() && arrival.interval() <= interval && arrival.sampleTime() < arrival.expectedAt(tick);
    }

    private long after(long now) {
        return Math.floorDiv(now, interval) * interval + interval;
    }

    /** What to do now. */
    enum Decision {
        WAIT,
        COMPLETE,
        INCOMPLETE
    }
}
