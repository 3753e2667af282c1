package io.hostpulse.console;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.status.Processes;
import io.hostpulse.common.text.Units;
import io.hostpulse.console.memory.GcInquiry;
import io.hostpulse.console.memory.GcView;
import io.hostpulse.console.memory.MemoryView;
import io.hostpulse.console.memory.NewestRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what Hostpulse itself takes and whether it grows, and has processes collect their garbage. */
@Command(
        name = "memory",
        description = "Shows what Hostpulse itself takes and whether it grows. Ends with 1 when that is not known now.",
        footer = {"", "Example: hostpulse memory", "         hostpulse memory --gc broker"})
final class MemoryCommand implements Callable<Integer> {

    private static final StreamName STREAM = new StreamName("pipeline");

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "One process, with everything that is known of it, for example broker.")
    private String name;

    @Option(
            names = "--gc",
            paramLabel = "NAME",
            description = "Asks a process to collect its garbage, and says what that freed.")
    private String collecting;

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    MemoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (name != null && collecting != null) {
            throw new ParameterException(spec.commandLine(), "--gc names its process itself: leave '" + name + "' out");
        }
        DataDirectory data = common.in(surroundings).data();
        return (collecting == null ? show(data) : collect(data)).code();
    }

    private ExitCode collect(DataDirectory data) throws IOException {
        Processes processes = Processes.of(surroundings.proc(), surroundings.clock());
        GcInquiry inquiry = new GcInquiry(data, processes, surroundings.clock(), surroundings.pause());
        GcView view = new GcView(collecting, inquiry.ask(collecting));
        surroundings.out().print(json ? text(view.json()) : view.text());
        return ExitCode.DONE;
    }

    private ExitCode show(DataDirectory data) throws IOException {
        Optional<NewestRecord> newest = NewestRecord.of(data, STREAM);
        if (newest.isEmpty()) {
            return unknown("the stream '" + STREAM + "' has no record in " + data.queues()
                    + ": Hostpulse has not run there, or sources.pipeline is not enabled");
        }
        NewestRecord record = newest.get();
        if (record.reason().isPresent()) {
            return unknown("the newest record of the stream '" + STREAM + "' holds no data: "
                    + record.reason().get());
        }
        long now = surroundings.clock().nanos();
        print(new MemoryView(record, now));
        return record.isStale(now)
                ? unknown("this is how it was " + Units.span(record.age(now)) + " ago: the stream '" + STREAM
                        + "' is stale; see 'hostpulse status'")
                : ExitCode.DONE;
    }

    private void print(MemoryView view) {
        if (json) {
            surroundings.out().print(text(name == null ? view.json() : view.json(name)));
        } else {
            surroundings
                    .out()
                    .print(name == null ? view.text(surroundings.style()) : view.text(name, surroundings.style()));
        }
    }

    private ExitCode unknown(String why) {
        surroundings.out().flush();
        surroundings.err().println("hostpulse: " + why);
        return ExitCode.FAILED;
    }

    private static String text(Fields fields) {
        return StandardCharsets.UTF_8.decode(new PayloadWriter().write(fields)) + "\n";
    }
}
