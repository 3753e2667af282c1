package io.hostpulse.alerter.rule;

import java.time.Duration;

/**
 * The time of one stream, from record to record. Sample times may repeat and go back when the host's clock is set: {@link #steady}
 * stands still then. Not thread-safe.
 */
final class StreamClock {

    /** A longer step is a hole or a set clock, in which nobody knows what the value was. */
    private static final int LONGEST_STEP = 3;

    private long interval;
    private long sequence = Long.MIN_VALUE;
    private long time;
    private long steady;
    private long step;
    private long ordinal;

    void interval(Duration known) {
        interval = known.toNanos();
    }

    long interval() {
        return interval;
    }

    /** Goes on to the next record. A record that was there before is refused. */
    boolean advance(long sampleTime, long newSequence) {
        if (newSequence <= sequence) {
            return false;
        }
        long passed = ordinal == 0 ? 0 : Math.max(0, sampleTime - time);
        steady += passed;
        step = interval > 0 && passed > LONGEST_STEP * interval ? 0 : passed;
        sequence = newSequence;
        time = sampleTime;
        ordinal++;
        return true;
    }

    /** The newest sample time, epoch nanoseconds. */
    long time() {
        return time;
    }

    /** Nanoseconds since the first record, never going back. */
    long steady() {
        return steady;
    }

    /** How much time counts between the previous record and this one. */
    long step() {
        return step;
    }

    /** How many records there were. */
    long ordinal() {
        return ordinal;
    }
}
