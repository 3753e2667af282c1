package io.hostpulse.alerter.rule;

/** One level of one thing: on or off, with what has been seen towards a change. Not thread-safe. */
final class Latch {

    private final long mask;
    private final long promising;
    private final int violations;
    private final long holdFor;
    private final long keepFor;

    private boolean on;
    private long history;
    // Whether the newest values suffice, and for how long they have; the same for the contrary.
    private boolean held;
    private long heldFor;
    private boolean clear;
    private long clearFor;

    Latch(Patience patience) {
        this.mask = lowest(patience.of());
        this.promising = lowest(patience.of() - patience.violations() + 1);
        this.violations = patience.violations();
        this.holdFor = patience.holdFor().toNanos();
        this.keepFor = patience.keepFiringFor().toNanos();
    }

    private static long lowest(int bits) {
        return -1L >>> (Long.SIZE - bits);
    }

    boolean isOn() {
        return on;
    }

    /** Whether violations were seen that count if the next values are violations too, before they are too old. */
    boolean isPending() {
        return !on && (history & promising) != 0;
    }

    /** Adds a value: whether it violates, and for how long the data has been there without a hole since the one before. */
    void update(boolean violated, long step) {
        history = (history << 1 | (violated ? 1 : 0)) & mask;
        boolean enough = Long.bitCount(history) >= violations;
        if (on) {
            whileOn(enough, step);
        } else {
            whileOff(enough, step);
        }
    }

    private void whileOff(boolean enough, long step) {
        heldFor = enough && held ? heldFor + step : 0;
        held = enough;
        if (enough && heldFor >= holdFor) {
            turn(true);
        }
    }

    private void whileOn(boolean enough, long step) {
        clearFor = !enough && clear ? clearFor + step : 0;
        clear = !enough;
        if (clear && clearFor >= keepFor) {
            turn(false);
        }
    }

    private void turn(boolean to) {
        on = to;
        held = to;
        heldFor = to ? holdFor : 0;
        clear = false;
        clearFor = 0;
    }

    /** Sets it as it is known to have been; what has been seen stays. */
    void force(boolean to) {
        if (on == to) {
            return;
        }
        boolean enough = Long.bitCount(history) >= violations;
        turn(to);
        held = enough;
        heldFor = enough ? holdFor : 0;
    }

    void reset() {
        history = 0;
        turn(false);
    }
}
