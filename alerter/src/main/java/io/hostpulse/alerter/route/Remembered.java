package io.hostpulse.alerter.route;

import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that the router must know again after a restart. A later one with the same key takes the place of an earlier one, so
 * whoever applies them in order knows what the router knew.
 */
public sealed interface Remembered
        permits Tracked,
                Remembered.Heard,
                Remembered.GroupWindow,
                Remembered.HeldBack,
                Remembered.StoredSilence,
                Remembered.Forgotten {

    /**
     * Names what this is about.
     *
     * @return the key; its form means nothing
     */
    String key();

    /**
     * When a handler last heard of an alert, whichever occurrence.
     *
     * @param handler who
     * @param alert of what
     * @param at when, epoch nanoseconds
     * @param level how bad it was
     * @param unheard how often it has come and gone since then without being told
     */
    record Heard(String handler, AlertKey alert, long at, AlertLevel level, long unheard) implements Remembered {

        static String key(String handler, AlertKey alert) {
            return "heard/" + handler + "/" + alert.rule() + "/" + alert.dimension();
        }

        @Override
        public String key() {
            return key(handler, alert);
        }

        Heard unheardAgain() {
            return new Heard(handler, alert, at, level, unheard + 1);
        }
    }

    /**
     * When a handler was last told that something of a group is on.
     *
     * @param handler who
     * @param group what the alerts have in common
     * @param at when, epoch nanoseconds
     * @param level how bad the worst of it was since the window opened
     */
    record GroupWindow(String handler, String group, long at, AlertLevel level) implements Remembered {

        static String key(String handler, String group) {
            return "window/" + handler + "/" + group;
        }

        @Override
        public String key() {
            return key(handler, group);
        }
    }

    /**
     * What a silence held back, for its summary.
     *
     * @param silence the silence's id
     * @param since when it began to hold this alert back, epoch nanoseconds
     * @param alert the newest occurrence as it was last seen
     * @param occurrences how often it came
     * @param worst how bad it was at its worst
     * @param given the handlers that have their summary already
     */
    record HeldBack(String silence, long since, Alert alert, long occurrences, AlertLevel worst, Set<String> given)
            implements Remembered {

        /** Copies the names, sorted. */
        public HeldBack {
            given = Collections.unmodifiableSet(new TreeSet<>(given));
        }

        static String key(String silence, AlertKey alert) {
            return "held/" + silence + "/" + alert.rule() + "/" + alert.dimension();
        }

        @Override
        public String key() {
            return key(silence, alert.key());
        }
    }

    /**
     * A silence that somebody made, changed or ended while running.
     *
     * @param silence the silence
     */
    record StoredSilence(Silence silence) implements Remembered {

        static String key(String id) {
            return "silence/" + id;
        }

        @Override
        public String key() {
            return key(silence.id());
        }
    }

    /**
     * Nothing needs to be known any more about this.
     *
     * @param key the key of what is forgotten
     */
    record Forgotten(String key) implements Remembered {}
}
