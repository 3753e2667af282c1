package io.hostpulse.common.process;

import java.util.function.LongConsumer;

/**
 * What a process does at every turn besides its work: it shows that it lives and, once a second, how its JVM is, and looks for
 * requests. Used by the agent's thread.
 */
final class Heartbeat implements LongConsumer {

    /** A little less than the longest pause between two turns, so that an idle process does it at each of them. */
    private static final long PERIOD = 900_000_000L;

    private final LongConsumer sign;
    private final LongConsumer everySecond;
    private long last = Long.MIN_VALUE;

    Heartbeat(LongConsumer sign, LongConsumer everySecond) {
        this.sign = sign;
        this.everySecond = everySecond;
    }

    static Heartbeat of(MarkFile mark, GcResponder requests) {
        JvmFigures figures = new JvmFigures(mark);
        return new Heartbeat(mark::heartbeat, now -> {
            figures.publish();
            requests.look(now);
        });
    }

    @Override
    public void accept(long now) {
        sign.accept(now);
        // A clock that was set back must not silence it until the old time comes again.
        if (last == Long.MIN_VALUE || now < last || now - last >= PERIOD) {
            last = now;
            everySecond.accept(now);
        }
    }
}
