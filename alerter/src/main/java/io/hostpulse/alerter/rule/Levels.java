package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which levels are on for one thing. What violates a level violates those below it; the highest that is on counts. Not
 * thread-safe.
 */
final class Levels {

    private static final AlertLevel[] ALL = AlertLevel.values();
    private static final List<Optional<AlertLevel>> KNOWN =
            Arrays.stream(ALL).map(Optional::of).toList();

    private final Comparison comparison;
    private final double tolerance;
    private final int lowest;
    private final Latch[] latches = new Latch[ALL.length];
    private final Limit[] enter = new Limit[ALL.length];
    private final Limit[] leave = new Limit[ALL.length];

    Levels(Condition condition, Patience patience) {
        this.comparison = condition.comparison();
        this.tolerance = condition.tolerance();
        this.lowest = condition.lowest().ordinal();
        condition.enter().forEach((level, limit) -> {
            latches[level.ordinal()] = new Latch(patience);
            enter[level.ordinal()] = limit;
            leave[level.ordinal()] = condition.leave().get(level);
        });
    }

    /** Takes a value: a number, or a text when that is not null. */
    void observe(double number, String text, long step) {
        boolean above = false;
        for (int level = ALL.length - 1; level >= lowest; level--) {
            Latch latch = latches[level];
            if (latch != null) {
                above |= holds(number, text, enter[level]) || (latch.isOn() && holds(number, text, leave[level]));
                latch.update(above, step);
            }
        }
    }

    private boolean holds(double number, String text, Limit limit) {
        return text == null ? comparison.holds(number, limit, tolerance) : comparison.holds(text, limit);
    }

    /** Takes a value that may turn levels on and none off. */
    void raise(double number) {
        for (int level = lowest; level < ALL.length; level++) {
            if (latches[level] != null && comparison.holds(number, enter[level], tolerance)) {
                latches[level].update(true, 0);
            }
        }
    }

    /** Takes a missing value as a violation of the lowest level; the others stay as they are. */
    void violateLowest(long step) {
        latches[lowest].update(true, step);
    }

    /** The highest level that is on. */
    Optional<AlertLevel> level() {
        for (int level = ALL.length - 1; level >= lowest; level--) {
            if (latches[level] != null && latches[level].isOn()) {
                return KNOWN.get(level);
            }
        }
        return Optional.empty();
    }

    /** The level that something points to, when none is on. */
    Optional<AlertLevel> pending() {
        return latches[lowest].isPending() ? KNOWN.get(lowest) : Optional.empty();
    }

    /** Takes over what the same levels have seen under the same patience, and otherwise only what is on. */
    void takeOver(Levels before, boolean samePatience) {
        for (int level = 0; level < ALL.length; level++) {
            if (latches[level] != null && before.latches[level] != null && samePatience) {
                latches[level] = before.latches[level];
            } else if (latches[level] != null) {
                latches[level].force(before.isOn(level));
            }
        }
    }

    private boolean isOn(int level) {
        return latches[level] != null && latches[level].isOn();
    }

    /** Sets the level as it is known to have been. */
    void force(Optional<AlertLevel> known) {
        for (int level = lowest; level < ALL.length; level++) {
            if (latches[level] != null) {
                latches[level].force(known.isPresent() && level <= known.get().ordinal());
            }
        }
    }

    void reset() {
        for (Latch latch : latches) {
            if (latch != null) {
                latch.reset();
            }
        }
    }
}
