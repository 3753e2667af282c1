package io.hostpulse.alerter.route;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import java.util.Optional;

/**
 * How far a handler is with one occurrence of an alert.
 *
 * @param told what it was told last, if it was told that the alert is on and not yet that it is over
 * @param unsent why it was not told of the newest news, counted once
 * @param done whether there is nothing more to tell it
 */
record Standing(Optional<Told> told, Optional<Reason> unsent, boolean done) {

    static final Standing NEW = new Standing(Optional.empty(), Optional.empty(), false);
    static final Standing DONE = new Standing(Optional.empty(), Optional.empty(), true);

    /**
     * What a handler was told last of an alert that is on.
     *
     * @param level how bad it was
     * @param flapping whether it was said to be flapping
     * @param acknowledged whether it was said that somebody takes care
     * @param at when, epoch nanoseconds
     * @param count how many notifications about this occurrence there were
     */
    record Told(AlertLevel level, boolean flapping, boolean acknowledged, long at, long count) {

        static Told now(Alert alert, long at, long count) {
            return new Told(alert.level(), alert.flapping(), alert.state() == AlertState.ACKNOWLEDGED, at, count);
        }

        Told acknowledgedOnce() {
            return new Told(level, flapping, true, at, count + 1);
        }

        Told withAcknowledged(boolean taken) {
            return new Told(level, flapping, taken, at, count);
        }
    }

    static Standing told(Told told) {
        return new Standing(Optional.of(told), Optional.empty(), false);
    }

    Standing unsent(Reason reason) {
        return new Standing(told, Optional.of(reason), done);
    }

    Standing ready() {
        return unsent.isEmpty() ? this : new Standing(told, Optional.empty(), done);
    }

    long count() {
        return told.map(Told::count).orElse(0L);
    }
}
