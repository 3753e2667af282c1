package io.hostpulse.alerter.rule;

/** When an alert changed lately, to tell whether it flaps. Not thread-safe. */
final class Changes {

    private final long window;
    private final int most;
    private final long[] times;
    private long count;

    Changes(FlappingLimit limit) {
        this.window = limit.window().toNanos();
        this.most = limit.changes();
        this.times = new long[most + 1];
    }

    /** Remembers a change and tells whether there were too many. */
    boolean add(long time) {
        times[(int) (count++ % times.length)] = time;
        long oldest = times[(int) (count % times.length)];
        return most > 0 && count > most && time - oldest <= window;
    }

    void forget() {
        count = 0;
    }
}
