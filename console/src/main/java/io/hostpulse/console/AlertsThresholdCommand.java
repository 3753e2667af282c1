package io.hostpulse.console;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.RuleView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.NotThereException;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets thresholds of a rule. */
@Command(
        name = "threshold",
        description = "Sets thresholds of a rule at once. They survive restarts and win over the configuration until"
                + " --reset.",
        footer = {"", "Example: hostpulse alerts threshold memory warning=85 critical=95"})
final class AlertsThresholdCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "RULE", description = "The rule's name.")
    private String rule;

    @Parameters(
            index = "1..*",
            arity = "0..3",
            paramLabel = "LEVEL=NUMBER",
            description = "A level and its threshold, in the metric's unit.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--reset", description = "Goes back to what the configuration says.")
    private boolean reset;

    AlertsThresholdCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (reset == !settings.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "say either thresholds, such as warning=85 critical=95, or --reset");
        }
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        Map<AlertLevel, Double> thresholds = thresholds();
        Optional<AlerterView> view = desk.watch().view();
        view.ifPresent(this::checkRule);
        if (!reset) {
            return desk.order(List.of(setting(thresholds))).code();
        }
        List<AlertLevel> changed = changed(view);
        if (changed.isEmpty()) {
            desk.print("the thresholds of " + rule + " are those of the configuration\n");
            return ExitCode.DONE.code();
        }
        return desk.order(List.of(resetting(changed))).code();
    }

    private Map<AlertLevel, Double> thresholds() {
        Map<AlertLevel, Double> thresholds = new EnumMap<>(AlertLevel.class);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            if (parts.length < 2) {
                throw new ParameterException(spec.commandLine(), "'" + setting + "': write it like warning=85");
            }
            if (thresholds.put(Words.level(spec, parts[0]), number(parts[1])) != null) {
                throw new ParameterException(spec.commandLine(), "'" + parts[0] + "' is given twice");
            }
        }
        return thresholds;
    }

    private double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for infinity.
        }
        throw new ParameterException(
                spec.commandLine(),
                "'" + text + "' is no number: write the threshold in the metric's unit, without it");
    }

    private void checkRule(AlerterView view) {
        List<String> names = view.rules().stream().map(RuleView::name).toList();
        if (!names.contains(rule) && view.leftOut().rules() == 0) {
            throw NotThereException.of("rule", rule, names);
        }
    }

    /** The levels that are not as configured; without a view all, for an order to go back does no harm. */
    private List<AlertLevel> changed(Optional<AlerterView> view) {
        Optional<RuleView> known = view.flatMap(seen ->
                seen.rules().stream().filter(one -> one.name().equals(rule)).findFirst());
        return List.of(AlertLevel.values()).stream()
                .filter(level -> known.map(one -> isChanged(one, level)).orElse(true))
                .toList();
    }

    private static boolean isChanged(RuleView rule, AlertLevel level) {
        return !rule.thresholds().get(level.name()).equals(rule.configured().get(level.name()));
    }

    private Wish setting(Map<AlertLevel, Double> thresholds) {
        Fields.Builder levels = Fields.builder();
        thresholds.forEach((level, value) -> levels.put(level.name(), value));
        String what = thresholds.entrySet().stream()
                .map(one -> " " + word(one.getKey()) + "=" + number(one.getValue()))
                .collect(Collectors.joining());
        return wish(
                levels.build(), rule + what, thresholds.size() == 1 ? "threshold is set: " : "thresholds are set: ");
    }

    private Wish resetting(List<AlertLevel> changed) {
        Fields.Builder levels = Fields.builder();
        changed.forEach(level -> levels.put(level.name(), new Value.Text("configured")));
        String what = changed.stream().map(level -> " " + word(level)).collect(Collectors.joining());
        return wish(
                levels.build(),
                rule + what,
                changed.size() == 1 ? "threshold is as configured: " : "thresholds are as configured: ");
    }

    private Wish wish(Fields levels, String what, String done) {
        Fields arguments =
                Fields.builder().put("rule", rule).put("levels", levels).build();
        return Wish.of(ControlAction.THRESHOLD, arguments, "'threshold " + what + "'", done + what);
    }

    private static String word(AlertLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
