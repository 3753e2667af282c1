package io.hostpulse.common.queue;

import java.time.Duration;

/**
 * Says when to look at a stream again, so that a reader sleeps until just before the next record is due and then looks often
 * until it came. It knows the stream's interval and learns how long after its sample time a record can be read. Pure: all
 * times are epoch nanoseconds given by the caller. Not thread-safe.
 */
public final class PollSchedule {

    /** How much earlier than expected to begin looking: timers wake late, and reading a source takes uneven time. */
    private static final long MARGIN = 1_000_000;

    /** Between two looks while the record is due. An idle look at a queue takes about a microsecond. */
    private static final long FINE = 400_000;

    /** How long a record may be late before looking becomes rarer. */
    private static final long DUE_WINDOW = 30_000_000;

    private static final long COARSE = 10_000_000;

    /** A stream that is this late has lost its writer; it is looked at only this often until it comes back. */
    private static final long RARE = 100_000_000;

    /** An early record moves the expectation at once, a late one slowly: looking too late costs delay, too early a few looks. */
    private static final int SMOOTHING_LATER = 16;

    private final long interval;
    private long lastSampleTime;
    private long lastLook;
    private long delay;
    private boolean delayIsKnown;

    /**
     * Starts without knowledge of the stream's phase.
     *
     * @param interval the time between two records; zero when they come irregularly
     */
    public PollSchedule(Duration interval) {
        this.interval = interval.toNanos();
    }

    /**
     * Learns from a record.
     *
     * @param sampleTime when it was sampled
     * @param now when it was read
     */
    public void arrived(long sampleTime, long now) {
        long observed = cameAt(sampleTime, now) - sampleTime;
        // A record that was there at the first look may have come long before.
        if (lastLook != 0 && observed >= 0 && observed < interval) {
            delay += (observed - delay) / smoothing(observed);
            delayIsKnown = true;
        }
        lastSampleTime = sampleTime;
    }

    // It came at some time since the last look, which is long ago after a sleep. Were this look's time taken instead,
    // the expectation could hardly fall below its own sleep, and one late record would make many that follow late.
    private long cameAt(long sampleTime, long now) {
        long earliest = Math.min(Math.max(lastLook, sampleTime), now);
        return earliest + (now - earliest) / 2;
    }

    private int smoothing(long observed) {
        return delayIsKnown && observed > delay ? SMOOTHING_LATER : 1;
    }

    /**
     * Says when to look next. To be asked after every look, because it also notes that one was taken.
     *
     * @param now the present time
     * @return when; later than now
     */
    public long nextPoll(long now) {
        lastLook = now;
        if (interval == 0) {
            return now + COARSE;
        }
        if (lastSampleTime == 0 || now < lastSampleTime) {
            return now + COARSE;
        }
        long due = lastSampleTime + interval + delay;
        if (now < due - MARGIN) {
            return due - MARGIN;
        }
        return now + pause(now - due);
    }

    private long pause(long late) {
        if (late < DUE_WINDOW) {
            return FINE;
        }
        return late < DUE_WINDOW + interval ? COARSE : RARE;
    }
}
