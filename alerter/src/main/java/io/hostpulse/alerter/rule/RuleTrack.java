package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.metric.Coverage;
import io.hostpulse.alerter.rule.metric.MetricReader;
import io.hostpulse.alerter.rule.metric.ValueSink;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One rule on one stream: finds its values in each record and hands them to their series. Not thread-safe. */
final class RuleTrack {

    /** More things than this under one rule are a mistake, such as a wildcard over process ids. */
    static final int MAX_SERIES = 1000;

    private final Rule rule;
    private final StreamName stream;
    private final StreamClock clock;
    private final EngineClock engine;
    private final String host;
    private final Consumer<Transition> transitions;
    private final MetricReader reader;
    private final ScheduleWatch schedule;
    private final String outer;
    private final boolean createsForMissing;
    private final boolean takesWords;
    private final Map<String, Series> series = new HashMap<>();
    private final ValueSink sink = this::take;
    private int found;
    private boolean seen;
    private boolean overflowed;

    RuleTrack(
            Rule rule,
            StreamName stream,
            StreamClock clock,
            EngineClock engine,
            String host,
            Consumer<Transition> transitions) {
        this.rule = rule;
        this.stream = stream;
        this.clock = clock;
        this.engine = engine;
        this.host = host;
        this.transitions = transitions;
        this.reader = new MetricReader(rule.metric(), rule.by());
        this.schedule = new ScheduleWatch(rule.schedule());
        this.outer = rule.metric().hasManyStreams() ? "stream=" + stream.value() : "";
        this.createsForMissing = rule.alertOnMissing() || rule.comparison() == Comparison.NO_DATA;
        this.takesWords = rule.comparison().isEquality() && rule.measure().isNewest();
    }

    Rule rule() {
        return rule;
    }

    /** Whether it has to be told the time between records. */
    boolean isTimed() {
        return rule.comparison().isAboutAbsence() || !schedule.isAlways();
    }

    void sample(Reading reading) {
        if (!schedule.holds(clock.time())) {
            suspend(clock.time());
        } else if (rule.comparison() == Comparison.STALE) {
            seen = true;
            of("").arrived();
        } else if (reading instanceof Reading.Ok ok) {
            ok(ok.fields());
        } else {
            noData(reason(reading));
        }
    }

    private static String reason(Reading reading) {
        return reading instanceof Reading.Failed failed ? failed.reason() : ((Reading.Unavailable) reading).reason();
    }

    private void ok(Fields fields) {
        if (rule.metric().isStream()) {
            seen = true;
            of("").arrived();
            return;
        }
        found = 0;
        Coverage coverage = reader.read(fields, sink);
        if (found < series.size()) {
            unlisted(coverage);
        }
    }

    private void take(String dimension, Value value, Fields parent) {
        if (value instanceof Fields || value instanceof Value.Sequence) {
            return;
        }
        Series one = series.get(dimension);
        boolean usable = isUsable(value);
        if (one == null && (usable || createsForMissing) && series.size() < MAX_SERIES) {
            one = of(dimension);
        }
        seen |= usable;
        if (one != null) {
            found += one.isListed() ? 0 : 1;
            hand(one, value, parent);
        } else {
            overflowed |= usable;
        }
    }

    private boolean isUsable(Value value) {
        boolean word = value instanceof Value.Text || value instanceof Value.Flag;
        return !(value instanceof Value.Missing) && (!word || takesWords || rule.comparison() == Comparison.NO_DATA);
    }

    // Of two things with one name the first counts.
    private void hand(Series one, Value value, Fields parent) {
        if (one.isListed()) {
            return;
        }
        if (rule.comparison() == Comparison.NO_DATA && !(value instanceof Value.Missing)) {
            one.arrived();
        } else if (value instanceof Value.Real real) {
            number(one, real.value(), parent);
        } else if (value instanceof Value.Whole whole) {
            number(one, whole.value(), parent);
        } else if (value instanceof Value.Missing missing) {
            one.missing(missing.reason());
        } else {
            text(one, value);
        }
    }

    private void number(Series one, double number, Fields parent) {
        double limit = limit(parent);
        if (Double.isNaN(limit)) {
            one.missing(rule.measure().limitField() + " is missing");
        } else {
            one.value(number, null, limit);
        }
    }

    private double limit(Fields parent) {
        String field = rule.measure().limitField();
        if (field.isEmpty()) {
            return rule.measure().limit();
        }
        Value limit = parent.values().get(field);
        if (limit instanceof Value.Whole whole) {
            return whole.value();
        }
        return limit instanceof Value.Real real ? real.value() : Double.NaN;
    }

    private void text(Series one, Value value) {
        if (takesWords && value instanceof Value.Text text) {
            one.value(Double.NaN, text.value(), 0);
        } else if (takesWords && value instanceof Value.Flag flag) {
            one.value(Double.NaN, Boolean.toString(flag.value()), 0);
        } else {
            one.missing("it is no number");
        }
    }

    private void unlisted(Coverage coverage) {
        if (coverage == Coverage.COMPLETE && rule.metric().hasManyValues()) {
            removeGone();
            return;
        }
        for (Series one : series.values()) {
            if (!one.isListed()) {
                one.unknown("not in the snapshot");
            }
        }
    }

    // In a replay the alert that is remembered may begin after this.
    private void removeGone() {
        List<Alert> later = new ArrayList<>();
        series.values().removeIf(one -> {
            boolean gone = !one.isListed() && one.gone();
            if (gone) {
                one.remembered().ifPresent(later::add);
            }
            return gone;
        });
        later.forEach(this::remember);
    }

    private void noData(String reason) {
        if (series.isEmpty() && createsForMissing && !rule.metric().hasManyValues()) {
            of("");
        }
        for (Series one : series.values()) {
            one.missing(reason);
        }
    }

    private Series of(String dimension) {
        Series known = series.get(dimension);
        if (known != null) {
            return known;
        }
        Series created = Series.start(rule, clock, engine, writer(rule, dimension), transitions);
        series.put(dimension, created);
        return created;
    }

    private AlertWriter writer(Rule of, String dimension) {
        String full = outer.isEmpty() || dimension.isEmpty() ? outer + dimension : outer + "," + dimension;
        return new AlertWriter(of, host, stream.value(), full);
    }

    void tick(long now) {
        if (!schedule.holds(now)) {
            suspend(now);
            return;
        }
        for (Series one : series.values()) {
            one.tick(now);
        }
    }

    private void suspend(long at) {
        for (Series one : series.values()) {
            one.suspend(at);
        }
    }

    /** Starts to wait for the first record. */
    void awaitRecord() {
        if (rule.comparison() == Comparison.STALE) {
            of("").awaitRecord();
        }
    }

    void end(ResolveReason why, long at) {
        series.values().forEach(one -> one.end(why, at));
    }

    void remember(Alert alert) {
        String full = alert.key().dimension();
        String inner = outer.isEmpty() || !full.startsWith(outer) ? full : full.substring(outer.length());
        of(inner.startsWith(",") ? inner.substring(1) : inner).remember(alert);
    }

    void awaken() {
        series.values().forEach(Series::awaken);
    }

    Collection<Series> series() {
        return series.values();
    }

    /** Goes on under a changed rule that measures the same. */
    RuleTrack under(Rule changed) {
        RuleTrack next = new RuleTrack(changed, stream, clock, engine, host, transitions);
        next.seen = seen;
        series.forEach((dimension, one) ->
                next.series.put(dimension, one.under(changed, writer(changed, dimension), transitions)));
        return next;
    }

    boolean isSeen() {
        return seen;
    }

    boolean isOverflowed() {
        return overflowed;
    }
}
