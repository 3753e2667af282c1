package io.hostpulse.console;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends again what was given up. */
@Command(
        name = "resend",
        description = "Sends again what a handler has given up, after its cause was put right.",
        footer = {"", "Example: hostpulse notify resend mail"})
final class NotifyResendCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The handler's name in the configuration.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KEY",
            description = "One notification, as 'hostpulse notify dead' names it; all of them unless given.")
    private String key;

    NotifyResendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        return new HandlerOrders(desk, name).resend(Optional.ofNullable(key)).code();
    }
}
