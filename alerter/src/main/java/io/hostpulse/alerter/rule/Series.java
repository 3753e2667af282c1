package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.ValueWindow;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.Note;
import java.util.Optional;
import java.util.function.Consumer;

/** What one rule knows of one thing. Not thread-safe. */
final class Series {

    private static final long NEVER = Long.MIN_VALUE;

    private final Rule rule;
    private final StreamClock clock;
    private final EngineClock engine;
    private final Levels levels;
    private final Observed observed = new Observed();
    private final Lifecycle lifecycle;
    private final ValueWindow window;
    private final long goneAfter;

    // The records in which it was listed last, and in which it had a value last.
    private long listed;
    private long valued;
    private long goneFor;
    private long absentSince = NEVER;
    private Optional<Alert> remembered = Optional.empty();
    private boolean adopted = true;

    private Series(
            Rule rule,
            StreamClock clock,
            EngineClock engine,
            AlertWriter writer,
            ValueWindow window,
            Consumer<Transition> transitions) {
        this.rule = rule;
        this.clock = clock;
        this.engine = engine;
        this.levels = new Levels(rule.condition(), rule.patience());
        this.lifecycle = new Lifecycle(rule, writer, observed, transitions);
        this.window = window;
        this.goneAfter = rule.goneAfter().toNanos();
    }

    static Series start(
            Rule rule, StreamClock clock, EngineClock engine, AlertWriter writer, Consumer<Transition> transitions) {
        Measure measure = rule.measure();
        ValueWindow window = measure.isNewest() ? null : new ValueWindow(measure.function(), measure.over());
        return new Series(rule, clock, engine, writer, window, transitions);
    }

    boolean isListed() {
        return listed == clock.ordinal();
    }

    boolean isOpen() {
        return lifecycle.isOpen();
    }

    boolean isPending() {
        return lifecycle.isPending();
    }

    /** Takes a value of the newest record: a number, or a text when that is not null. */
    void value(double number, String text, double limit) {
        recall();
        listed = clock.ordinal();
        goneFor = 0;
        absentSince = rule.metric().isStream() ? NEVER : engine.steady();
        long step = valued == clock.ordinal() - 1 ? clock.step() : 0;
        valued = clock.ordinal();
        double result = number;
        if (window != null) {
            window.add(clock.steady(), number);
            result = window.result(limit);
            if (Double.isNaN(result)) {
                return;
            }
        }
        observed.set(result, text);
        levels.observe(result, text, step);
        update(clock.time(), step);
        lifecycle.absentFor(0);
    }

    /** Takes a record that came, for a rule about data that does not. */
    void arrived() {
        value(0, null, 0);
        absentSince = rule.comparison() == Comparison.STALE ? engine.steady() : absentSince;
    }

    /** Learns that it is listed and has no value. */
    void missing(String reason) {
        recall();
        listed = clock.ordinal();
        goneFor = 0;
        unknown(reason);
    }

    /** Learns that nobody knows whether it is still there. */
    void unknown(String reason) {
        recall();
        observed.missing(reason, rule.alertOnMissing());
        if (absentSince == NEVER) {
            absentSince = engine.steady();
        }
        if (rule.alertOnMissing()) {
            levels.violateLowest(clock.step());
            update(clock.time(), clock.step());
        }
        tick(clock.time());
    }

    /** Learns that it is no longer listed; tells whether it can be forgotten. */
    boolean gone() {
        recall();
        goneFor += clock.step();
        if (rule.comparison() == Comparison.NO_DATA) {
            unknown("it is no longer there");
            return lifecycle.isDismissed() && goneFor >= goneAfter;
        }
        if (goneFor < goneAfter) {
            return false;
        }
        lifecycle.end(ResolveReason.GONE, clock.time());
        return true;
    }

    /** Starts to wait for a record of a stream that is known to exist. */
    void awaitRecord() {
        if (absentSince == NEVER) {
            absentSince = engine.steady();
        }
    }

    /** Looks whether data has not come for too long. Only data itself ends that. */
    void tick(long now) {
        if (!rule.comparison().isAboutAbsence() || absentSince == NEVER) {
            return;
        }
        double seconds = engine.secondsSince(absentSince);
        lifecycle.absentFor(seconds);
        if (rule.comparison() == Comparison.NO_DATA) {
            levels.raise(seconds);
        } else if (clock.interval() > 0 && seconds > rule.condition().atLeast()) {
            levels.raise(seconds * 1e9 / clock.interval());
        }
        if (levels.level().isPresent()) {
            update(now, 0);
        }
    }

    private void update(long at, long step) {
        lifecycle.update(levels.level(), levels.pending(), at, clock.steady(), step);
    }

    /** The rule does not apply now. */
    void suspend(long at) {
        levels.reset();
        absentSince = absentSince == NEVER ? NEVER : engine.steady();
        lifecycle.end(ResolveReason.OUTSIDE_HOURS, at);
    }

    void end(ResolveReason why, long at) {
        lifecycle.end(why, at);
    }

    /** Gives the alert as it stands. */
    Optional<Alert> alert() {
        return lifecycle.current();
    }

    boolean hasOpen(String id) {
        return lifecycle.hasOpen(id);
    }

    Alert acknowledge(Note note) {
        return lifecycle.acknowledge(note);
    }

    Alert add(Note note) {
        return lifecycle.add(note);
    }

    /** Remembers an alert of the time before; it begins when the replay comes to its beginning. */
    void remember(Alert alert) {
        remembered = Optional.of(alert);
        adopted = false;
    }

    /** The alert of the time before, until the replay ends. */
    Optional<Alert> remembered() {
        return remembered;
    }

    // A replay that reaches back far enough comes to the alert by itself, and knows more than its last state.
    private void recall() {
        if (adopted || clock.time() <= remembered.orElseThrow().since()) {
            return;
        }
        if (lifecycle.hasOpen(remembered.get().id())) {
            adopted = true;
        } else {
            adopt();
        }
    }

    /**
     * Ends a replay: what is remembered counts, whatever the replay came to. Only what a person resolved may be over for good: the
     * replay has seen values since.
     */
    void awaken() {
        boolean hasSeenSince =
                adopted && remembered.filter(alert -> !alert.isActive()).isPresent();
        if (!hasSeenSince || lifecycle.isOpen()) {
            adopt();
        }
        remembered = Optional.empty();
    }

    private void adopt() {
        adopted = true;
        lifecycle.adopt(remembered);
        if (!remembered.map(Alert::flapping).orElse(false)) {
            levels.force(remembered.filter(Alert::isActive).map(Alert::level));
        }
    }

    /** Goes on under a rule that measures the same; what is firing goes on until the next value decides. */
    Series under(Rule changed, AlertWriter writer, Consumer<Transition> transitions) {
        Series next = new Series(changed, clock, engine, writer, window, transitions);
        next.listed = listed;
        next.valued = valued;
        next.goneFor = goneFor;
        next.absentSince = absentSince;
        next.levels.takeOver(levels, changed.patience().equals(rule.patience()));
        next.lifecycle.takeOver(lifecycle);
        return next;
    }
}
