package io.hostpulse.console;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.status.Status;
import io.hostpulse.console.status.StatusFields;
import io.hostpulse.console.status.StatusReader;
import io.hostpulse.console.status.StatusText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs, since when, and how far behind. */
@Command(
        name = "status",
        description = "Shows what runs, since when, and how far behind. Ends with 1 when nothing runs.",
        footer = {"", "Example: hostpulse status --json --data /var/lib/hostpulse"})
final class StatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Status status =
                new StatusReader(common.in(surroundings).data(), surroundings.proc(), surroundings.clock()).read();
        surroundings.out().print(json ? jsonOf(status) : new StatusText(surroundings.style()).render(status));
        return (status.isRunning() ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private static String jsonOf(Status status) {
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(StatusFields.of(status))) + "\n";
    }
}
