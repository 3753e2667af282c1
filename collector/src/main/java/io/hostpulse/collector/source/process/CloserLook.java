package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.common.model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks closely at some processes, and remembers what each had moved for the next time. Used by one thread. */
final class CloserLook {

    private static final String ENDED = "it ended before it was looked at closely";
    private static final Value UNKNOWN = new Value.Missing(ENDED);

    private final Processes processes;
    private final CommandLine commandLine;
    private Map<Integer, Looked> before = Map.of();

    CloserLook(Processes processes, CommandLine commandLine) {
        this.processes = processes;
        this.commandLine = commandLine;
    }

    private record Looked(ProcessStat process, IoCounters io) {}

    /** Rows by number. Rates are those since the previous call, for processes that were in it. */
    Map<Integer, ProcessRow> at(Collection<MeasuredProcess> chosen, Census census) {
        Map<Integer, Looked> now = new HashMap<>();
        Map<Integer, ProcessRow> rows = new HashMap<>();
        for (MeasuredProcess process : chosen) {
            rows.computeIfAbsent(process.stat().pid(), pid -> row(process, census, now));
        }
        before = now;
        return rows;
    }

    private ProcessRow row(MeasuredProcess process, Census census, Map<Integer, Looked> now) {
        ProcessStat stat = process.stat();
        Details details = processes.details(stat).orElseGet(this::ended);
        now.put(stat.pid(), new Looked(stat, details.io()));
        Optional<IoCounters> earlier = earlier(stat);
        return new ProcessRow(
                stat.pid(),
                stat.parentPid(),
                stat.name(),
                details.command(),
                details.user(),
                stat.state(),
                stat.threads(),
                details.openFiles(),
                stat.memory(),
                Percent.of(stat.memory(), census.host().memoryTotal(), "the host's memory is not known"),
                process.cpuPercent(),
                details.io().readRate(earlier),
                details.io().writeRate(earlier),
                census.startOf(stat));
    }

    private Details ended() {
        return new Details(UNKNOWN, commandLine.missing(ENDED), UNKNOWN, IoCounters.unknown(ENDED));
    }

    private Optional<IoCounters> earlier(ProcessStat process) {
        return Optional.ofNullable(before.get(process.pid()))
                .filter(looked -> looked.process.isSameAs(process))
                .map(Looked::io);
    }
}
