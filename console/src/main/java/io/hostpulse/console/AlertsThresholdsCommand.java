package io.hostpulse.console;

import io.hostpulse.console.alerts.RulesText;
import io.hostpulse.console.alerts.ViewPart;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the rules with their thresholds. */
@Command(
        name = "thresholds",
        description = "Shows the rules with their thresholds; those set by hand say what the configuration says.",
        footer = {"", "Example: hostpulse alerts thresholds --json"})
final class AlertsThresholdsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    AlertsThresholdsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        RulesText text = new RulesText(surroundings.style(), surroundings.width());
        return desk.show(watch -> ViewPart.of(watch, "rules", rule -> true), text::render, json)
                .code();
    }
}
