package io.hostpulse.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Switches a handler off. */
@Command(
        name = "disable",
        description = "Switches a handler off, also over restarts: it is told nothing until it is enabled.",
        footer = {"", "Example: hostpulse notify disable mail"})
final class NotifyDisableCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "The handler's name in the configuration.")
    private String name;

    NotifyDisableCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        return new HandlerOrders(desk, name).turn(false).code();
    }
}
