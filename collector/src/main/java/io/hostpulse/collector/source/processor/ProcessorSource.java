package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import java.io.IOException;

/** Turns the ticks since boot into what happened since the previous read. */
final class ProcessorSource implements Source {

    private final Processor processor;
    private CpuTimes previous;

    /** Takes the first ticks, so that the first read already covers the time since. */
    ProcessorSource(Processor processor) throws IOException {
        this.processor = processor;
        this.previous = processor.times();
    }

    @Override
    public Reading read() throws IOException {
        CpuTimes now = processor.times();
        CpuUsage usage = new CpuUsage(previous, now);
        previous = now;
        return new Reading.Ok(fields(usage, now));
    }

    private Fields fields(CpuUsage usage, CpuTimes now) throws IOException {
        Fields.Builder fields = Fields.builder();
        fields.put("usage_percent", usage.busy());
        fields.put("per_core_usage", usage.busyPerCore());
        fields.put("core_count", processor.physicalCores());
        fields.put("logical_count", now.cores().size());
        addFrequency(fields, processor.frequency(), now);
        addLoad(fields, processor.load());
        usage.addShares(fields, processor.tellsWaiting());
        return fields.build();
    }

    private static void addFrequency(Fields.Builder fields, Frequency frequency, CpuTimes now) {
        fields.put("frequency_current", frequency.current());
        fields.put("frequency_min", frequency.limits().min());
        fields.put("frequency_base", frequency.limits().base());
        fields.put("frequency_max", frequency.limits().max());
        fields.put("per_core_frequency", frequency.cores().of(now.cores()));
    }

    private static void addLoad(Fields.Builder fields, LoadAverages load) {
        fields.put("load_1m", load.one());
        fields.put("load_5m", load.five());
        fields.put("load_15m", load.fifteen());
    }

    @Override
    public void close() {
        processor.close();
    }
}
