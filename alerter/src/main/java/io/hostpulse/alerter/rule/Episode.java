package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One occurrence of an alert, from its beginning to its end. Changed in place; not thread-safe. */
final class Episode {

    private final String id;
    private final long since;
    private AlertLevel level;
    private double peak;
    private boolean flapping;
    private long updated;
    private Optional<Note> acknowledged = Optional.empty();
    private final List<Note> notes = new ArrayList<>();

    Episode(AlertKey key, long since, AlertLevel level, double value) {
        this.id = key.id(since);
        this.since = since;
        this.level = level;
        this.peak = value;
        this.updated = since;
    }

    private Episode(Alert remembered) {
        this.id = remembered.id();
        this.since = remembered.since();
        this.level = remembered.level();
        this.peak = remembered.measured().peak().orElse(Double.NaN);
        this.flapping = remembered.flapping();
        this.updated = remembered.updated();
        this.acknowledged = remembered.acknowledged();
        this.notes.addAll(remembered.notes());
    }

    static Episode of(Alert remembered) {
        return new Episode(remembered);
    }

    String id() {
        return id;
    }

    long since() {
        return since;
    }

    AlertLevel level() {
        return level;
    }

    void level(AlertLevel to, long at) {
        level = to;
        updated = at;
    }

    double peak() {
        return peak;
    }

    void peak(double value) {
        peak = value;
    }

    boolean isFlapping() {
        return flapping;
    }

    void flapping(boolean is, long at) {
        flapping = is;
        updated = at;
    }

    long updated() {
        return updated;
    }

    void updated(long at) {
        updated = at;
    }

    Optional<Note> acknowledged() {
        return acknowledged;
    }

    void acknowledge(Note note) {
        acknowledged = Optional.of(note);
        updated = note.at();
    }

    List<Note> notes() {
        return notes;
    }

    void add(Note note) {
        notes.add(note);
        updated = note.at();
    }
}
