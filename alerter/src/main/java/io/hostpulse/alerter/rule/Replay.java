package io.hostpulse.alerter.rule;

import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import java.util.function.LongConsumer;

/**
 * Gives recorded samples to an engine with the ticks that it would have had: one for each second between them. Not thread-safe.
 */
public final class Replay {

    private static final long SECOND = 1_000_000_000L;

    /** A longer step is a clock that was set; nobody waited for it. */
    private static final long LONGEST_GAP = 24 * 3600 * SECOND;

    private final RuleEngine engine;
    private final LongConsumer onTick;
    private long ticked;

    /**
     * Begins a replay.
     *
     * @param engine gets the samples
     */
    public Replay(RuleEngine engine) {
        this(engine, time -> {});
    }

    /**
     * Begins a replay that somebody follows.
     *
     * @param engine gets the samples
     * @param onTick is told each tick's time, epoch nanoseconds, after the engine
     */
    public Replay(RuleEngine engine, LongConsumer onTick) {
        this.engine = engine;
        this.onTick = onTick;
    }

    /**
     * Gives the next sample, after the ticks before it.
     *
     * @param stream its stream
     * @param sampleTime when it was sampled, epoch nanoseconds; samples of several streams come in the order of their times
     * @param sequence its number in the stream
     * @param reading what was read
     */
    public void sample(StreamName stream, long sampleTime, long sequence, Reading reading) {
        upTo(sampleTime);
        engine.sample(stream, sampleTime, sequence, reading);
    }

    /**
     * Lets time go on without samples.
     *
     * @param time until when, epoch nanoseconds; an earlier time than before is a clock that was set back
     */
    public void upTo(long time) {
        boolean isGap = time - ticked > 0 && time - ticked <= LONGEST_GAP;
        while (isGap && time - ticked > SECOND) {
            tick(ticked + SECOND);
        }
        if (time != ticked) {
            tick(time);
        }
    }

    /**
     * Goes over a time in which nobody looked, as when the machine was off.
     *
     * @param time where it ends, epoch nanoseconds
     */
    public void skipTo(long time) {
        tick(time);
    }

    private void tick(long time) {
        ticked = time;
        engine.tick(time);
        onTick.accept(time);
    }
}
