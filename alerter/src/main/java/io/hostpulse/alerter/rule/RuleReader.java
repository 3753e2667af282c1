package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.metric.MetricPath;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.alerter.schedule.ScheduleSection;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads one rule; what is not written is as in the rule that it is based on. */
final class RuleReader {

    private static final Duration DAY = Duration.ofDays(1);
    private static final double MILLIS = 1e3;

    private enum OnMissing {
        KEEP,
        ALERT
    }

    private final ConfigNode node;
    private final Rule base;
    private final boolean isNew;

    /** Reads a new rule, or one that is built in and may be written in part. */
    RuleReader(ConfigNode node, Rule base, boolean isNew) {
        this.node = node;
        this.base = base;
        this.isNew = isNew;
    }

    Rule read() {
        Measure measure = new MeasureReader(node).read(base.measure());
        Comparison usual = measure.isTime() ? Comparison.LESS_THAN : base.comparison();
        Comparison comparison = new WordReader(node).read("condition", usual);
        RuleBuilder rule = RuleBuilder.from(base)
                .metric(metric())
                .by(node.texts("by", base.by()))
                .measure(measure)
                .comparison(comparison)
                .tolerance(node.real("tolerance", base.condition().tolerance(), 0, Double.MAX_VALUE))
                .atLeast(atLeast())
                .patience(new PatienceReader(node).read(base.patience(), comparison))
                .goneAfter(node.duration("gone_after", base.goneAfter(), Duration.ZERO, DAY))
                .alertOnMissing(alertOnMissing())
                .schedule(schedule())
                .flapping(flapping(node.section("flapping"), base.flapping()))
                .wording(new WordingReader(node).read(base.wording()));
        boolean inTime = comparison == Comparison.NO_DATA || measure.isTime();
        Optional<Condition> before = isNew ? Optional.empty() : Optional.of(base.condition());
        new ThresholdReader(node, comparison, inTime).read(before, rule);
        Rule read = rule.build();
        check(read);
        return read;
    }

    private MetricPath metric() {
        Optional<String> written = node.optionalText("metric");
        if (written.isEmpty() && isNew) {
            node.problem("metric", "a rule needs a metric, such as memory.percentage");
        }
        try {
            return written.map(MetricPath::parse).orElse(base.metric());
        } catch (IllegalArgumentException bad) {
            node.problem("metric", bad.getMessage());
            return base.metric();
        }
    }

    /** People write their rules where the machine is; only what is sent to others has to name a zone. */
    private Optional<Schedule> schedule() {
        String here = ZoneId.systemDefault().getId();
        return ScheduleSection.read(node.section("when"), here).or(base::schedule);
    }

    private double atLeast() {
        Duration usual = Duration.ofMillis((long) (base.condition().atLeast() * MILLIS));
        return node.duration("at_least", usual, Duration.ZERO, DAY).toMillis() / MILLIS;
    }

    private boolean alertOnMissing() {
        OnMissing usual = base.alertOnMissing() ? OnMissing.ALERT : OnMissing.KEEP;
        return new WordReader(node).read("on_missing", usual) == OnMissing.ALERT;
    }

    static FlappingLimit flapping(ConfigNode node, FlappingLimit base) {
        int changes = node.whole("changes", base.changes(), 0, FlappingLimit.MAX_CHANGES);
        Duration window = node.duration("window", base.window(), Duration.ofSeconds(1), DAY);
        return new FlappingLimit(changes, window);
    }

    private void check(Rule read) {
        LimitCheck.problem(read.condition()).ifPresent(problem -> node.problem(worst(read), problem));
        checkMetric(read);
        checkFunction(read);
    }

    private static String worst(Rule read) {
        List<AlertLevel> levels = List.copyOf(read.limits().keySet());
        return ThresholdReader.word(levels.get(levels.size() - 1));
    }

    private void checkMetric(Rule read) {
        if (read.comparison() == Comparison.STALE && !read.metric().isStream()) {
            node.problem("metric", "'stale' is about whole streams: write the stream's name alone, or '*'");
        } else if (read.metric().isStream() && !read.comparison().isAboutAbsence()) {
            node.problem("metric", "names a stream and no value in it, such as memory.percentage");
        }
    }

    private void checkFunction(Rule read) {
        boolean words = read.limits().values().stream().anyMatch(Limit.Word.class::isInstance);
        if (read.measure().isNewest()) {
            return;
        }
        if (read.comparison().isAboutAbsence()) {
            node.problem("function", "does not go with 'no_data' and 'stale', which look at no values");
        } else if (words) {
            node.problem("function", "goes with numbers only, and a threshold is a text");
        }
    }
}
