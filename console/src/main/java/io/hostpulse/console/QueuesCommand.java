package io.hostpulse.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the queues hold and who reads them; its subcommands look after them. */
@Command(
        name = "queues",
        description = "Shows what the queues hold and who reads them, and looks after them.",
        footer = {"", "Example: hostpulse queues", "         hostpulse queues verify"})
final class QueuesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    QueuesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return QueuesListCommand.list(common.in(surroundings).data(), surroundings);
    }
}
