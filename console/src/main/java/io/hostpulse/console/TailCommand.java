package io.hostpulse.console;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.console.tail.Output;
import io.hostpulse.console.tail.StreamPrinter;
import io.hostpulse.console.tail.TailRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the records of a stream. */
@Command(
        name = "tail",
        description = "Prints the records of a stream, also of one that is being written.",
        footer = {"", "Example: hostpulse tail processor -f --since 5m"})
final class TailCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "STREAM", description = "The stream's name, for example memory.")
    private String stream;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with every new record until Ctrl-C; waits for a stream that does not exist yet.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @ArgGroup
    private Begin begin = new Begin();

    TailCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        TailRequest request = new TailRequest(stream, last(), since(), follow);
        QueueDirectory queues =
                new QueueDirectory(common.in(surroundings).data().queues());
        new StreamPrinter(queues, surroundings.clock(), surroundings.pause(), output()).print(request);
        return ExitCode.DONE.code();
    }

    private int last() {
        if (begin.last < 0) {
            throw new ParameterException(spec.commandLine(), "-n needs a number of records, not " + begin.last);
        }
        return begin.last;
    }

    private Optional<Long> since() {
        try {
            return Optional.ofNullable(begin.since)
                    .map(new Since(surroundings.clock().nanos(), surroundings.zone())::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--since " + e.getMessage(), e);
        }
    }

    private Output output() {
        return new Output(
                surroundings.out(),
                surroundings.err(),
                surroundings.style(),
                surroundings.errStyle(),
                surroundings.width(),
                surroundings.zone(),
                json);
    }

    /** Where to begin: one way or the other. */
    private static final class Begin {

        private static final int USUAL = 10;

        @Option(names = "-n", paramLabel = "N", description = "Begins with the newest N records; 10 unless given.")
        private int last = USUAL;

        @Option(
                names = "--since",
                paramLabel = "T",
                description = "Begins at a time: 5m or 24h ago, 14:30, or RFC 3339.")
        private String since;
    }
}
