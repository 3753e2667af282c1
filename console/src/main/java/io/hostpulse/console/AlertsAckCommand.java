package io.hostpulse.console;

import io.hostpulse.common.control.ControlAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says that somebody takes care of alerts. */
@Command(
        name = "ack",
        aliases = "acknowledge",
        description = "Says that somebody takes care of alerts: reminders and escalation stop.",
        footer = {"", "Example: hostpulse alerts ack 5f2c -m 'cleaning up'"})
final class AlertsAckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "The beginnings of alerts' ids.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "All alerts that are on and that nobody takes care of yet.")
    private boolean all;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What to say about it.")
    private String text;

    AlertsAckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        AlertOrders orders = new AlertOrders(desk, spec, ControlAction.ACKNOWLEDGE);
        return (all ? orders.toAll(ids, text) : orders.to(ids, text)).code();
    }
}
