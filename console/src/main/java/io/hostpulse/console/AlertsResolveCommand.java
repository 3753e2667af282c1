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

/** Ends alerts by hand. */
@Command(
        name = "resolve",
        description = "Ends alerts by hand. They begin again after the value was normal, or when it becomes worse.",
        footer = {"", "Example: hostpulse alerts resolve 5f2c -m 'false alarm'"})
final class AlertsResolveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "The beginnings of alerts' ids.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "All alerts that are on.")
    private boolean all;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What to say about it.")
    private String text;

    AlertsResolveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        AlertOrders orders = new AlertOrders(desk, spec, ControlAction.RESOLVE);
        return (all ? orders.toAll(ids, text) : orders.to(ids, text)).code();
    }
}
