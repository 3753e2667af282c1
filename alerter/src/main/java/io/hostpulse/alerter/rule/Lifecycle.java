package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Note;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The life of the alerts of one rule about one thing: takes the levels that are on, and says what that changes. Not thread-safe.
 */
final class Lifecycle {

    /** Ids are made of microseconds. */
    private static final long SMALLEST_DIFFERENCE = 1000;

    private final Rule rule;
    private final AlertWriter writer;
    private final Observed observed;
    private final Consumer<Transition> transitions;
    private final Changes changes;

    private Episode open;
    private Episode pending;
    private Optional<AlertLevel> underlying = Optional.empty();
    // A person resolved it at this level; it is not told again before it was off, or becomes worse.
    private Optional<AlertLevel> dismissed = Optional.empty();
    private long calmFor;
    private long lastSince = Long.MIN_VALUE;
    private double absentFor;

    Lifecycle(Rule rule, AlertWriter writer, Observed observed, Consumer<Transition> transitions) {
        this.rule = rule;
        this.writer = writer;
        this.observed = observed;
        this.transitions = transitions;
        this.changes = new Changes(rule.flapping());
    }

    boolean isOpen() {
        return open != null;
    }

    boolean isDismissed() {
        return open == null && dismissed.isPresent();
    }

    boolean isPending() {
        return pending != null;
    }

    /**
     * Goes on.
     *
     * @param level the highest level that is on
     * @param mayBecome the level that something points to, when none is on
     * @param at the time, epoch nanoseconds
     * @param steady the same by a clock that is never set
     * @param step how much of it counts as time with data
     */
    void update(Optional<AlertLevel> level, Optional<AlertLevel> mayBecome, long at, long steady, long step) {
        boolean changed = !level.equals(underlying);
        underlying = level;
        boolean flaps = changed && changes.add(steady);
        if (open == null) {
            whileOff(level, mayBecome, at, flaps);
        } else if (open.isFlapping()) {
            whileFlapping(level, at, changed ? -1 : step);
        } else {
            whileOn(level, at, flaps);
        }
    }

    private void whileOff(Optional<AlertLevel> level, Optional<AlertLevel> mayBecome, long at, boolean flaps) {
        boolean told = level.isPresent() && (dismissed.isEmpty() || level.get().compareTo(dismissed.get()) > 0);
        if (dismissed.isPresent()) {
            dismissed = level;
        }
        if (told) {
            endPending();
            fire(level.get(), at, flaps);
        } else if (level.isEmpty() && mayBecome.isPresent()) {
            beginPending(mayBecome.get(), at);
        } else {
            endPending();
        }
    }

    private void fire(AlertLevel level, long at, boolean flaps) {
        dismissed = Optional.empty();
        open = begin(level, at);
        lastSince = open.since();
        if (flaps) {
            beginFlapping(at);
        } else {
            transitions.accept(new Transition.Fired(alert()));
        }
    }

    // Two occurrences must not share an id even if the clock was set back between them.
    private Episode begin(AlertLevel level, long at) {
        boolean same = Math.floorDiv(at, SMALLEST_DIFFERENCE) == Math.floorDiv(lastSince, SMALLEST_DIFFERENCE);
        return new Episode(writer.key(), same ? at + SMALLEST_DIFFERENCE : at, level, observed.number());
    }

    private void whileOn(Optional<AlertLevel> level, long at, boolean flaps) {
        notePeak();
        if (level.isEmpty()) {
            resolve(ResolveReason.CLEARED, at);
        } else if (level.get() != open.level()) {
            AlertLevel before = open.level();
            open.level(level.get(), at);
            if (flaps) {
                beginFlapping(at);
            } else {
                transitions.accept(new Transition.LevelChanged(alert(), before));
            }
        }
    }

    private void beginFlapping(long at) {
        calmFor = 0;
        open.flapping(true, at);
        transitions.accept(new Transition.FlappingBegan(alert()));
    }

    // A negative step is a change.
    private void whileFlapping(Optional<AlertLevel> level, long at, long step) {
        notePeak();
        calmFor = step < 0 ? 0 : calmFor + step;
        if (level.isPresent() && level.get().compareTo(open.level()) > 0) {
            AlertLevel before = open.level();
            open.level(level.get(), at);
            transitions.accept(new Transition.LevelChanged(alert(), before));
        }
        if (calmFor >= rule.flapping().window().toNanos()) {
            endFlapping(level, at);
        }
    }

    private void endFlapping(Optional<AlertLevel> level, long at) {
        changes.forget();
        open.flapping(false, at);
        level.ifPresent(known -> open.level(known, at));
        transitions.accept(new Transition.FlappingEnded(alert()));
        if (level.isEmpty()) {
            resolve(ResolveReason.CLEARED, at);
        }
    }

    private void notePeak() {
        double value = observed.number();
        if (!Double.isNaN(value)) {
            Limit limit = rule.limits().get(open.level());
            boolean first = Double.isNaN(open.peak()) || limit == null;
            open.peak(first ? value : rule.comparison().worse(open.peak(), value, limit));
        }
    }

    private void beginPending(AlertLevel level, long at) {
        if (pending == null) {
            pending = begin(level, at);
            transitions.accept(new Transition.PendingBegan(writer.pending(pending, observed, absentFor)));
        }
    }

    private void endPending() {
        if (pending != null) {
            Alert last = writer.pending(pending, observed, absentFor);
            pending = null;
            transitions.accept(new Transition.PendingEnded(last));
        }
    }

    /** Ends whatever there is. */
    void end(ResolveReason why, long at) {
        endPending();
        if (open != null) {
            if (why == ResolveReason.BY_HAND) {
                dismissed = underlying;
            }
            resolve(why, at);
        }
    }

    private void resolve(ResolveReason why, long at) {
        Episode ended = open;
        ended.updated(Math.max(at, ended.since()));
        open = null;
        transitions.accept(new Transition.Resolved(writer.resolved(ended, observed, absentFor, why), why));
    }

    void absentFor(double seconds) {
        absentFor = seconds;
    }

    /** The alert as it stands, pending or not. */
    Optional<Alert> current() {
        if (open != null) {
            return Optional.of(alert());
        }
        return Optional.ofNullable(pending).map(episode -> writer.pending(episode, observed, absentFor));
    }

    private Alert alert() {
        return writer.active(open, observed, absentFor);
    }

    boolean hasOpen(String id) {
        return open != null && open.id().equals(id);
    }

    Alert acknowledge(Note note) {
        open.acknowledge(note);
        return alert();
    }

    Alert add(Note note) {
        open.add(note);
        return alert();
    }

    /** Takes over what is remembered of the time before, whatever was computed. */
    void adopt(Optional<Alert> remembered) {
        open = remembered.filter(Alert::isActive).map(this::episode).orElse(null);
        dismissed = remembered.filter(alert -> !alert.isActive()).map(Alert::level);
        underlying = open != null && open.isFlapping()
                ? underlying
                : remembered.filter(Alert::isActive).map(Alert::level);
        if (open != null) {
            pending = null;
            lastSince = open.since();
        }
    }

    /** Goes on where the alert stood under the rule as it was. */
    void takeOver(Lifecycle before) {
        open = before.open;
        pending = before.pending;
        underlying = before.underlying;
        dismissed = before.dismissed;
        calmFor = before.calmFor;
        lastSince = before.lastSince;
        absentFor = before.absentFor;
    }

    // A replay may have seen a worse value than the one that was last written down.
    private Episode episode(Alert alert) {
        Episode episode = Episode.of(alert);
        if (hasOpen(alert.id()) && rule.limits().containsKey(alert.level()) && !Double.isNaN(open.peak())) {
            Limit limit = rule.limits().get(alert.level());
            double before = Double.isNaN(episode.peak()) ? open.peak() : episode.peak();
            episode.peak(rule.comparison().worse(before, open.peak(), limit));
        }
        return episode;
    }
}
