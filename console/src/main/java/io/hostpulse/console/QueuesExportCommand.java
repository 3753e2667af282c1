package io.hostpulse.console;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.text.Units;
import io.hostpulse.console.queues.OutputFile;
import io.hostpulse.console.queues.ProgressLine;
import io.hostpulse.console.queues.StreamChoice;
import io.hostpulse.console.tail.ExportRequest;
import io.hostpulse.console.tail.ExportResult;
import io.hostpulse.console.tail.Output;
import io.hostpulse.console.tail.StreamExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a part of a stream to a file. */
@Command(
        name = "export",
        description =
                "Writes the records of a stream as JSON lines, the same ones as 'tail --json'. What is missing is told"
                        + " on stderr, whose last line counts it.",
        footer = {"", "Example: hostpulse queues export memory --from 24h --output memory.ndjson"})
final class QueuesExportCommand implements Callable<Integer> {

    private static final double PERCENT = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "STREAM", description = "The stream's name, for example memory.")
    private String stream;

    @Option(names = "--from", paramLabel = "T", description = "Begins at a time: 24h ago, 14:30, or RFC 3339.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Ends before a time.")
    private String to;

    @Option(names = "--output", paramLabel = "FILE", description = "The file; stdout unless given.")
    private Path file;

    QueuesExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        StreamPlace place = new StreamChoice(common.in(surroundings).data())
                .of(List.of(stream))
                .get(0);
        ExportRequest request =
                new ExportRequest(place.stream(), place.directory(), time("--from", from), time("--to", to));
        ExportResult result = file == null ? write(request, surroundings.out()) : writeFile(request);
        surroundings
                .err()
                .println(stream + ": " + result.records() + " records written, "
                        + (result.missing() == 0 ? "none" : result.missing()) + " missing");
        return ExitCode.DONE.code();
    }

    private Optional<Long> time(String option, String text) {
        try {
            return Optional.ofNullable(text).map(new Since(surroundings.clock().nanos(), surroundings.zone())::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    private ExportResult writeFile(ExportRequest request) throws IOException {
        try (OutputFile output = new OutputFile(surroundings.workingDirectory().resolve(file))) {
            ExportResult result = write(request, output.writer());
            output.complete();
            return result;
        }
    }

    private ExportResult write(ExportRequest request, PrintWriter out) {
        long begun = surroundings.clock().nanos();
        Output output = new Output(
                out,
                surroundings.err(),
                surroundings.style(),
                surroundings.errStyle(),
                surroundings.width(),
                surroundings.zone(),
                true);
        try (ProgressLine line = surroundings.progress()) {
            return new StreamExport(request, output)
                    .run((records, share) -> line.show(progress(records, share, begun)));
        }
    }

    private String progress(long records, double share, long begun) {
        double seconds = Math.max(1, surroundings.clock().nanos() - begun) / NANOS_PER_SECOND;
        return stream + ": " + records + " records, " + Units.percent(share * PERCENT) + ", "
                + Math.round(records / seconds) + " a second";
    }
}
