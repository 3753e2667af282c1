package io.hostpulse.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Switches a handler on. */
@Command(
        name = "enable",
        description = "Switches a handler on, also over restarts.",
        footer = {"", "Example: hostpulse notify enable mail"})
final class NotifyEnableCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "The handler's name in the configuration.")
    private String name;

    NotifyEnableCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        return new HandlerOrders(desk, name).turn(true).code();
    }
}
