package io.hostpulse.console;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.care.QueueReport;
import io.hostpulse.common.queue.care.QueueVerifier;
import io.hostpulse.common.text.ProgressLine;
import io.hostpulse.console.queues.StreamChoice;
import io.hostpulse.console.queues.VerifyFields;
import io.hostpulse.console.queues.VerifyText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks through every record. */
@Command(
        name = "verify",
        description =
                "Walks through every record of the streams and says what is wrong: sequence, checksum, index, files."
                        + " Changes nothing, also while they are written. Ends with 1 when anything is wrong.",
        footer = {"", "Example: hostpulse queues verify memory processor"})
final class QueuesVerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "STREAM", description = "The streams; all of them unless given.")
    private List<String> streams = new ArrayList<>();

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    QueuesVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        List<QueueReport> reports = verify();
        surroundings.out().print(json ? jsonOf(reports) : new VerifyText(surroundings.style()).render(reports));
        boolean clean = reports.stream().allMatch(QueueReport::isClean);
        return (clean ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private List<QueueReport> verify() throws IOException {
        QueueVerifier verifier = new QueueVerifier(surroundings.clock()::nanos);
        List<QueueReport> reports = new ArrayList<>();
        try (ProgressLine progress = surroundings.progress()) {
            for (StreamPlace place : new StreamChoice(common.in(surroundings).data()).of(streams)) {
                reports.add(verifier.verify(
                        place, (stream, files, of) -> progress.show(stream + ": " + files + " of " + of + " files")));
            }
        }
        return reports;
    }

    private static String jsonOf(List<QueueReport> reports) {
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(VerifyFields.of(reports))) + "\n";
    }
}
