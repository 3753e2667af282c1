package io.hostpulse.console;

import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.care.QueueRepair;
import io.hostpulse.common.queue.care.QueueReport;
import io.hostpulse.common.queue.care.QueueVerifier;
import io.hostpulse.common.queue.care.RepairResult;
import io.hostpulse.common.queue.care.VerifyProgress;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.ProgressLine;
import io.hostpulse.console.queues.StreamChoice;
import io.hostpulse.console.queues.VerifyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves what can be saved. */
@Command(
        name = "repair",
        description =
                "Writes what is whole in damaged files into new ones and keeps the old ones in quarantine. Deletes"
                        + " nothing. The streams' collectors must be stopped. Ends with 1 when something is still wrong.",
        footer = {"", "Example: hostpulse queues repair --dry-run"})
final class QueuesRepairCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "STREAM", description = "The streams; all of them unless given.")
    private List<String> streams = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only says what would be done.")
    private boolean dryRun;

    QueuesRepairCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        List<QueueReport> reports = new ArrayList<>();
        boolean all = true;
        for (StreamPlace place : new StreamChoice(common.in(surroundings).data()).of(streams)) {
            all &= repair(place, reports);
        }
        surroundings.out().print(new VerifyText(surroundings.style()).render(reports));
        boolean fine = all && (dryRun || reports.stream().allMatch(QueueReport::isClean));
        return (fine ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    /** What is in the way of one stream must not keep the others from being repaired. */
    private boolean repair(StreamPlace place, List<QueueReport> reports) {
        try (ProgressLine line = surroundings.progress()) {
            VerifyProgress progress = (stream, files, of) -> line.show(stream + ": " + files + " of " + of + " files");
            reports.add(dryRun ? look(place, progress) : repair(place, progress));
            return true;
        } catch (QueueException e) {
            surroundings.err().println("hostpulse: " + e.getMessage());
            return false;
        }
    }

    private QueueReport look(StreamPlace place, VerifyProgress progress) {
        return new QueueVerifier(surroundings.clock()::nanos).verify(place, progress);
    }

    private QueueReport repair(StreamPlace place, VerifyProgress progress) {
        RepairResult result = new QueueRepair(surroundings.clock()::nanos).repair(place, progress);
        for (String step : result.steps()) {
            surroundings.out().println(Printable.of(place.stream() + ": " + step));
        }
        return result.after();
    }
}
