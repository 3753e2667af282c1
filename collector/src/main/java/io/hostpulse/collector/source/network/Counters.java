package io.hostpulse.collector.source.network;

import java.util.Arrays;

/** The counters of one interface at one moment. Not changed once it was handed on. */
final class Counters {

    private static final Counter[] ALL = Counter.values();
    private static final long NOT_REPORTED = -1;

    private final long[] values = new long[ALL.length];

    Counters() {
        Arrays.fill(values, NOT_REPORTED);
    }

    Counters set(Counter counter, long value) {
        values[counter.ordinal()] = value;
        return this;
    }

    long get(Counter counter) {
        return values[counter.ordinal()];
    }

    boolean reports(Counter counter) {
        return get(counter) != NOT_REPORTED;
    }

    /** After a reset all counters start anew, so that one smaller than before makes the growth of the others worthless. */
    boolean wentBackwardsSince(Counters earlier) {
        for (Counter counter : ALL) {
            if (get(counter) < earlier.get(counter)) {
                return true;
            }
        }
        return false;
    }
}
