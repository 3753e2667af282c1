package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.metric.MetricPath;
import io.hostpulse.alerter.rule.metric.MetricReader;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a rule together, from nothing or from another one. Not thread-safe. */
final class RuleBuilder {

    static final Duration USUAL_GONE_AFTER = Duration.ofMinutes(1);

    /** What computing with decimals costs: a sum of tenths is equal to its result. */
    static final double USUAL_TOLERANCE = 1e-9;

    private String name;
    private final Map<AlertLevel, Limit> enter = new EnumMap<>(AlertLevel.class);
    private final Map<AlertLevel, Limit> leave = new EnumMap<>(AlertLevel.class);
    private MetricPath metric;
    private List<String> by = MetricReader.USUAL_IDENTITIES;
    private Measure measure = Measure.NEWEST;
    private Comparison comparison = Comparison.GREATER_THAN;
    private double tolerance = USUAL_TOLERANCE;
    private double atLeast;
    private Patience patience = Patience.NONE;
    private Duration goneAfter = USUAL_GONE_AFTER;
    private boolean alertOnMissing;
    private Optional<Schedule> schedule = Optional.empty();
    private FlappingLimit flapping = FlappingLimit.USUAL;
    private Wording wording = Wording.USUAL;

    private RuleBuilder(String name, MetricPath metric) {
        this.name = name;
        this.metric = metric;
    }

    static RuleBuilder of(String name, String metric) {
        return new RuleBuilder(name, MetricPath.parse(metric));
    }

    static RuleBuilder from(Rule rule) {
        RuleBuilder builder = new RuleBuilder(rule.name(), rule.metric());
        builder.enter.putAll(rule.condition().enter());
        builder.leave.putAll(rule.condition().leave());
        builder.by = rule.by();
        builder.measure = rule.measure();
        builder.comparison = rule.comparison();
        builder.tolerance = rule.condition().tolerance();
        builder.atLeast = rule.condition().atLeast();
        builder.patience = rule.patience();
        builder.goneAfter = rule.goneAfter();
        builder.alertOnMissing = rule.alertOnMissing();
        builder.schedule = rule.schedule();
        builder.flapping = rule.flapping();
        builder.wording = rule.wording();
        return builder;
    }

    RuleBuilder named(String to) {
        name = to;
        return this;
    }

    RuleBuilder metric(MetricPath to) {
        metric = to;
        return this;
    }

    RuleBuilder by(List<String> fields) {
        by = fields;
        return this;
    }

    RuleBuilder measure(Measure to) {
        measure = to;
        return this;
    }

    RuleBuilder comparison(Comparison to) {
        comparison = to;
        return this;
    }

    RuleBuilder tolerance(double to) {
        tolerance = to;
        return this;
    }

    RuleBuilder atLeast(double seconds) {
        atLeast = seconds;
        return this;
    }

    RuleBuilder limit(AlertLevel level, double value) {
        return limit(level, new Limit.Number(value), new Limit.Number(value));
    }

    RuleBuilder limit(AlertLevel level, double value, double clear) {
        return limit(level, new Limit.Number(value), new Limit.Number(clear));
    }

    RuleBuilder limit(AlertLevel level, Limit from, Limit to) {
        enter.put(level, from);
        leave.put(level, to);
        return this;
    }

    RuleBuilder noLimits() {
        enter.clear();
        leave.clear();
        return this;
    }

    RuleBuilder patience(Patience to) {
        patience = to;
        return this;
    }

    RuleBuilder holdFor(Duration time) {
        return patience(new Patience(time, patience.violations(), patience.of(), patience.keepFiringFor()));
    }

    RuleBuilder violations(int count, int of) {
        return patience(new Patience(patience.holdFor(), count, of, patience.keepFiringFor()));
    }

    RuleBuilder keepFiringFor(Duration time) {
        return patience(new Patience(patience.holdFor(), patience.violations(), patience.of(), time));
    }

    RuleBuilder goneAfter(Duration time) {
        goneAfter = time;
        return this;
    }

    RuleBuilder alertOnMissing(boolean to) {
        alertOnMissing = to;
        return this;
    }

    RuleBuilder schedule(Optional<Schedule> to) {
        schedule = to;
        return this;
    }

    RuleBuilder flapping(FlappingLimit to) {
        flapping = to;
        return this;
    }

    RuleBuilder wording(Wording to) {
        wording = to;
        return this;
    }

    RuleBuilder metricName(String to) {
        wording = new Wording(wording.component(), to, wording.message(), wording.unit(), wording.labels());
        return this;
    }

    RuleBuilder message(String to) {
        wording =
                new Wording(wording.component(), wording.metric(), new Template(to), wording.unit(), wording.labels());
        return this;
    }

    Rule build() {
        Condition condition = new Condition(comparison, tolerance, enter, leave, atLeast);
        return new Rule(
                name, metric, by, measure, condition, patience, goneAfter, alertOnMissing, schedule, flapping, wording);
    }
}
