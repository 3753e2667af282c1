package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts all processes and lists the largest. */
final class ProcessSource implements Source {

    private final Processes processes;
    private final ProcessOptions options;
    private final ProcessMeter meter;
    private final Listing listing;
    private final CloserLook closerLook;
    private final List<Watch> watches;

    ProcessSource(Processes processes, ProcessOptions options, CommandLine commandLine) throws IOException {
        this.processes = processes;
        this.options = options;
        this.meter = new ProcessMeter(processes);
        this.listing = new Listing(options, processes);
        this.closerLook = new CloserLook(processes, commandLine);
        this.watches = options.watch().stream().map(Watch::new).toList();
    }

    @Override
    public Reading read() throws IOException {
        ProcessMeter.Measured measured = meter.measure();
        Census census = measured.census();
        Fields.Builder fields = Fields.builder();
        addCounts(fields, census);
        addTop(fields, measured);
        fields.put("zombies", new Zombies(census, measured.byPid()).list());
        fields.put("watched", watched(measured));
        return new Reading.Ok(fields.build());
    }

    private static void addCounts(Fields.Builder fields, Census census) {
        Map<ProcessState, Integer> counts = new EnumMap<>(ProcessState.class);
        long threads = 0;
        for (ProcessStat process : census.processes()) {
            counts.merge(process.state(), 1, Integer::sum);
            threads += process.threads();
        }
        fields.put("total", census.processes().size() + census.unreadable());
        fields.put("unreadable", census.unreadable());
        fields.put("threads", threads);
        fields.put("states", states(counts));
    }

    private static Fields states(Map<ProcessState, Integer> counts) {
        Fields.Builder states = Fields.builder();
        for (ProcessState state : ProcessState.values()) {
            states.put(state.label(), counts.getOrDefault(state, 0));
        }
        return states.build();
    }

    private void addTop(Fields.Builder fields, ProcessMeter.Measured measured) {
        List<MeasuredProcess> chosen = listing.of(measured.processes());
        List<MeasuredProcess> byCpu = MeasuredProcess.topByCpu(chosen, options.top());
        List<MeasuredProcess> byMemory = MeasuredProcess.topByMemory(chosen, options.top());
        Set<MeasuredProcess> both = new LinkedHashSet<>(byCpu);
        both.addAll(byMemory);
        Map<Integer, ProcessRow> rows = closerLook.at(both, measured.census());
        fields.put("top_cpu", rows(byCpu, rows));
        fields.put("top_memory", rows(byMemory, rows));
    }

    private static List<Value> rows(List<MeasuredProcess> chosen, Map<Integer, ProcessRow> rows) {
        return chosen.stream()
                .<Value>map(process -> rows.get(process.stat().pid()).fields())
                .toList();
    }

    private List<Value> watched(ProcessMeter.Measured measured) {
        long memory = measured.census().host().memoryTotal();
        return watches.stream()
                .<Value>map(watch -> watch.sum(measured.processes(), memory))
                .toList();
    }

    @Override
    public void close() {
        processes.close();
    }
}
