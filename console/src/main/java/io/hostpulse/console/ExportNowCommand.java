package io.hostpulse.console;

import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.export.ExporterView;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the exporter write at once. */
@Command(
        name = "now",
        description =
                "Lets the exporter write everything at once and finish the files that are open. Ends with 1 when a"
                        + " sink cannot.",
        footer = {"", "Example: hostpulse export now json"})
final class ExportNowCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "SINK", arity = "0..1", description = "A sink's name; all unless given.")
    private String sink;

    ExportNowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        DataDirectory data = common.in(surroundings).data();
        Processes processes = Processes.of(surroundings.proc(), surroundings.clock());
        if (Mark.read(data, "exporter")
                .flatMap(mark -> processes.usage(mark.pid()))
                .isEmpty()) {
            return failed("the exporter does not run: is a sink enabled under exporter.sinks, and Hostpulse up?");
        }
        List<String> sinks = ExporterView.read(data).map(ExporterView::sinks).orElse(List.of()).stream()
                .map(SinkView::name)
                .toList();
        if (sink != null && !sinks.contains(sink)) {
            return failed("there is no sink '" + sink + "'" + Nearest.hint(sink, sinks) + "; there are: "
                    + String.join(", ", sinks));
        }
        ExitCode code = ExitCode.DONE;
        for (String name : sink == null ? sinks : List.of(sink)) {
            code = ask(ExportNow.of(data, name), name) ? code : ExitCode.FAILED;
        }
        return code.code();
    }

    private boolean ask(ExportNow exportNow, String name) throws IOException {
        String word =
                surroundings.clock().nanos() + "-" + ProcessHandle.current().pid();
        exportNow.ask(word);
        try {
            Optional<String> answer = await(exportNow, word);
            String text = answer.orElse("no answer within " + PATIENCE.toSeconds() + " s: see 'hostpulse status'");
            surroundings.out().println(name + ": " + Printable.of(text));
            return answer.filter(ExportNow.WRITTEN::equals).isPresent();
        } finally {
            exportNow.withdraw();
        }
    }

    private Optional<String> await(ExportNow exportNow, String word) throws IOException {
        long end = surroundings.clock().nanos() + PATIENCE.toNanos();
        Optional<String> answer = exportNow.answerTo(word);
        while (answer.isEmpty() && surroundings.clock().nanos() < end) {
            surroundings.pause().until(surroundings.clock().nanos() + LOOK.toNanos());
            answer = exportNow.answerTo(word);
        }
        return answer;
    }

    private int failed(String message) {
        surroundings.err().println("hostpulse: " + message);
        return ExitCode.FAILED.code();
    }
}
