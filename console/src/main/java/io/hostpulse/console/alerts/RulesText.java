package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.RuleView;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows to people the rules with their thresholds, and which of those were set while running.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 */
public record RulesText(Style style, int width) {

    /**
     * Puts the lines together.
     *
     * @param view what the alerter says
     * @return one line a rule
     */
    public String render(AlerterView view) {
        Table table = new Table()
                .left("RULE")
                .left("METRIC")
                .left("CONDITION")
                .right("INFO")
                .right("WARNING")
                .right("CRITICAL")
                .left("STATE")
                .right("WATCHES")
                .left("PROBLEM");
        view.rules().forEach(rule -> addRow(table, rule));
        return table.render(style, width) + leftOut(view) + reload(view);
    }

    private static void addRow(Table table, RuleView rule) {
        table.row(
                Cell.of(AlertCells.shortened(rule.name())),
                Cell.of(AlertCells.shortened(rule.metric())),
                Cell.of(rule.condition().replace('_', ' ')),
                threshold(rule, AlertLevel.INFO),
                threshold(rule, AlertLevel.WARNING),
                threshold(rule, AlertLevel.CRITICAL),
                state(rule),
                Cell.of(rule.series()),
                new Cell(rule.problem(), Tone.WARN));
    }

    private static Cell threshold(RuleView rule, AlertLevel level) {
        Optional<String> now = rule.thresholds().get(level.name()).map(value -> text(value, rule.unit()));
        Optional<String> configured = rule.configured().get(level.name()).map(value -> text(value, rule.unit()));
        return now.equals(configured)
                ? Cell.of(now)
                : new Cell(now.orElse("-") + " (was " + configured.orElse("-") + ")", Tone.WARN);
    }

    private static String text(Value value, String unit) {
        if (value instanceof Value.Whole whole) {
            return number(whole.value(), unit);
        } else if (value instanceof Value.Real real) {
            return number(real.value(), unit);
        } else if (value instanceof Value.Text text) {
            return AlertCells.shortened(text.value());
        } else if (value instanceof Value.Sequence range) {
            return range.values().stream().map(one -> text(one, unit)).collect(Collectors.joining(" to "));
        }
        return value instanceof Value.Flag flag ? Boolean.toString(flag.value()) : "?";
    }

    private static String number(double number, String unit) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        if (whole && unit.startsWith("B")) {
            return Units.bytes((long) number) + unit.substring(1);
        }
        String digits = whole ? Long.toString((long) number) : Double.toString(number);
        return unit.isEmpty() ? digits : digits + " " + unit;
    }

    private static Cell state(RuleView rule) {
        return switch (rule.state()) {
            case "firing" -> new Cell(rule.firing() + " on", Tone.BAD);
            case "pending" -> new Cell(rule.pending() + " pending", Tone.WARN);
            case "ok" -> new Cell("ok", Tone.GOOD);
            // It has seen nothing: that is not "ok".
            case "unknown" -> new Cell("no data yet", Tone.WARN);
            default -> Cell.of(rule.state());
        };
    }

    private static String leftOut(AlerterView view) {
        return view.leftOut().rules() == 0 ? "" : "… and " + view.leftOut().rules() + " more\n";
    }

    private String reload(AlerterView view) {
        String problem = view.reload().problem();
        return problem.isEmpty()
                ? ""
                : style.paint(
                                "The configuration that was read last is not in force: " + Printable.of(problem),
                                Tone.BAD)
                        + "\n";
    }
}
