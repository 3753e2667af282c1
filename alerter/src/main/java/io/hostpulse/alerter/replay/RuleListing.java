package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.rule.Limit;
import io.hostpulse.alerter.rule.RuleDescription;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules, one a line.
 *
 * @param rules the rules
 * @param firing how many alerts of each are on; absent when there never was an alerter
 */
record RuleListing(List<RuleDescription> rules, Optional<Map<String, Long>> firing) {

    String text(Style style) {
        Table table = new Table()
                .left("RULE")
                .left("METRIC")
                .left("CONDITION")
                .right("INFO")
                .right("WARNING")
                .right("CRITICAL")
                .left("FOR")
                .left("STATE");
        rules.forEach(rule -> table.row(
                Cell.of(rule.name()),
                Cell.of(rule.metric()),
                Cell.of(condition(rule)),
                threshold(rule, AlertLevel.INFO),
                threshold(rule, AlertLevel.WARNING),
                threshold(rule, AlertLevel.CRITICAL),
                Cell.of(patience(rule)),
                state(rule)));
        return table.render(style);
    }

    private static String condition(RuleDescription rule) {
        return rule.function().isEmpty()
                ? rule.condition()
                : rule.function() + " over " + Units.span(rule.over().toNanos()) + " " + rule.condition();
    }

    private static Cell threshold(RuleDescription rule, AlertLevel level) {
        return Cell.of(Optional.ofNullable(rule.shown().get(level)));
    }

    private static Optional<String> patience(RuleDescription rule) {
        String count = rule.of() > 1 ? rule.violations() + " of " + rule.of() : "";
        String time = rule.holdFor().isZero() ? "" : Units.span(rule.holdFor().toNanos());
        String both = time + (count.isEmpty() || time.isEmpty() ? "" : ", ") + count;
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private Cell state(RuleDescription rule) {
        if (firing.isEmpty()) {
            return Cell.of(Optional.empty());
        }
        long on = firing.get().getOrDefault(rule.name(), 0L);
        return on == 0 ? new Cell("ok", Tone.GOOD) : new Cell(on + " firing", Tone.BAD);
    }

    Fields fields() {
        return Fields.builder()
                .put("rules", rules.stream().map(this::fields).toList())
                .build();
    }

    private Fields fields(RuleDescription rule) {
        Fields.Builder thresholds = Fields.builder();
        rule.thresholds().forEach((level, limit) -> thresholds.put(level.name(), value(limit)));
        Fields.Builder fields = Fields.builder()
                .put("name", rule.name())
                .put("metric", rule.metric())
                .put("condition", rule.condition())
                .put("function", rule.function())
                .put("over_seconds", rule.over().toSeconds())
                .put("thresholds", thresholds.build())
                .put("for_seconds", rule.holdFor().toSeconds())
                .put("violations", rule.violations())
                .put("of", rule.of());
        firing.ifPresent(known -> fields.put("firing", known.getOrDefault(rule.name(), 0L)));
        return fields.build();
    }

    private static Value value(Limit limit) {
        if (limit instanceof Limit.Number number) {
            return new Value.Real(number.value());
        }
        if (limit instanceof Limit.Range range) {
            return new Value.Sequence(List.of(new Value.Real(range.low()), new Value.Real(range.high())));
        }
        return new Value.Text(((Limit.Word) limit).text());
    }
}
