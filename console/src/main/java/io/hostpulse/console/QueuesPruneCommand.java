package io.hostpulse.console;

import io.hostpulse.common.codec.Since;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.care.PruneCandidate;
import io.hostpulse.common.queue.care.QueuePruner;
import io.hostpulse.common.text.Units;
import io.hostpulse.console.queues.PruneTable;
import io.hostpulse.console.queues.StreamChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes old files by hand. */
@Command(
        name = "prune",
        description =
                "Removes old files that every consumer has read; never the newest. Running collectors remove old files"
                        + " by themselves, as the configuration says.",
        footer = {"", "Example: hostpulse queues prune --dry-run --older-than 6h"})
final class QueuesPruneCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "STREAM", description = "The streams; all of them unless given.")
    private List<String> streams = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only shows which files could go, and why others could not.")
    private boolean dryRun;

    @Option(names = "--older-than", paramLabel = "AGE", description = "How old a file must be, for example 6h or 7d.")
    private String olderThan;

    QueuesPruneCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        QueuePruner pruner = new QueuePruner(surroundings.clock()::nanos);
        Duration age = age();
        PruneTable table = new PruneTable();
        List<PruneCandidate> going = new ArrayList<>();
        for (StreamPlace place : new StreamChoice(common.in(surroundings).data()).of(streams)) {
            List<PruneCandidate> candidates = pruner.look(place, age);
            table.add(place.stream(), candidates);
            candidates.stream().filter(PruneCandidate::mayGo).forEach(going::add);
        }
        if (dryRun) {
            surroundings.out().print(table.render(surroundings.style()));
        } else {
            remove(going);
        }
        summarize(going);
        return ExitCode.DONE.code();
    }

    private Duration age() {
        if (olderThan == null && !dryRun) {
            throw new ParameterException(spec.commandLine(), "say how old with --older-than, for example 24h");
        }
        long now = surroundings.clock().nanos();
        try {
            return olderThan == null
                    ? Duration.ZERO
                    : Duration.ofNanos(now - new Since(now, surroundings.zone()).parse(olderThan));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--older-than " + e.getMessage(), e);
        }
    }

    private void remove(List<PruneCandidate> going) throws IOException {
        for (PruneCandidate candidate : going) {
            Files.deleteIfExists(candidate.path());
            surroundings.out().println("removed " + candidate.path());
        }
    }

    private void summarize(List<PruneCandidate> going) {
        long bytes = going.stream()
                .mapToLong(candidate -> candidate.report().bytes())
                .sum();
        String files = going.size() == 1 ? "1 file" : going.size() + " files";
        surroundings.out().println(files + (dryRun ? " could go, " : " removed, ") + Units.bytes(bytes));
    }
}
