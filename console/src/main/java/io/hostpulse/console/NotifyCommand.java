package io.hostpulse.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how handlers are doing; its subcommands look after them. */
@Command(
        name = "notify",
        description = "Shows the handlers that tell of alerts, and looks after them.",
        footer = {
            "",
            "'hostpulse notify test NAME' sends a test alert by a handler of the configuration.",
            "Example: hostpulse notify dead mail"
        })
final class NotifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    NotifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return NotifyListCommand.list(
                new AlerterDesk(surroundings, common.in(surroundings).data()), false);
    }
}
