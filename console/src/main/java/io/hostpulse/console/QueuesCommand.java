package io.hostpulse.console;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.status.QueueTable;
import io.hostpulse.console.status.StatusReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the queues hold and who reads them. */
@Command(
        name = "queues",
        description = "Shows what the queues hold and who reads them.",
        footer = {"", "Example: hostpulse queues"})
final class QueuesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    QueuesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        DataDirectory data = common.in(surroundings).data();
        StatusReader reader = new StatusReader(data, surroundings.proc(), surroundings.clock());
        surroundings.out().print(new QueueTable(data, surroundings.style()).render(reader.read()));
        return ExitCode.DONE.code();
    }
}
