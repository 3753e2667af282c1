package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.collector.source.process.mask.SecretMask;
import io.hostpulse.common.config.ConfigNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** All processes of this host, each looked at closely. Used by one thread. */
public final class LiveProcesses implements AutoCloseable {

    private final Processes processes;
    private final ProcessMeter meter;
    private final CloserLook closerLook;

    private LiveProcesses(Processes processes, CommandLine commandLine) throws IOException {
        this.processes = processes;
        this.meter = new ProcessMeter(processes);
        this.closerLook = new CloserLook(processes, commandLine);
    }

    /**
     * Takes a first look at all processes.
     *
     * @param options the section of the source {@code process}, for what it says of command lines
     * @return what tells the difference at the next look
     * @throws IOException when processes cannot be listed
     */
    public static LiveProcesses open(ConfigNode options) throws IOException {
        ProcessOptions checked = ProcessOptions.from(options);
        CommandLine commandLine = new CommandLine(checked.commandLines(), new SecretMask(checked.patterns()));
        return of(OpenProcesses.on(Platform.current(), commandLine), commandLine);
    }

    static LiveProcesses of(Processes processes, CommandLine commandLine) throws IOException {
        LiveProcesses live = new LiveProcesses(processes, commandLine);
        live.rows();
        return live;
    }

    /**
     * Looks at all processes.
     *
     * @return one row for each; shares and rates are those since the look before, and the longer ago that is the more precise
     * @throws IOException when processes cannot be listed
     */
    public List<ProcessRow> rows() throws IOException {
        ProcessMeter.Measured measured = meter.measure();
        Map<Integer, ProcessRow> rows = closerLook.at(measured.processes(), measured.census());
        return measured.processes().stream()
                .map(process -> rows.get(process.stat().pid()))
                .toList();
    }

    @Override
    public void close() {
        processes.close();
    }
}
