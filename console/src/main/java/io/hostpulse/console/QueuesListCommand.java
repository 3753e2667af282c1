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
        name = "list",
        description = "Shows what the queues hold and who reads them.",
        footer = {"", "Example: hostpulse queues list"})
final class QueuesListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    QueuesListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return list(common.in(surroundings).data(), surroundings);
    }

    static int list(DataDirectory data, Surroundings surroundings) throws IOException {
        StatusReader reader = new StatusReader(data, surroundings.proc(), surroundings.clock());
        surroundings.out().print(new QueueTable(data, surroundings.style()).render(reader.read()));
        return ExitCode.DONE.code();
    }
}
