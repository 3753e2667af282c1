package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The frequency where there is no cpufreq, as in most virtual machines: from /proc/cpuinfo. That file has about 1.5 KB per
 * core and is made anew for every reader, so it is not read at every sample.
 */
final class CpuinfoGauge implements Frequency.Gauge {

    private static final long VALID_NANOS = 5_000_000_000L;

    private static final ClockLimits NO_LIMITS =
            ClockLimits.missing("there is no cpufreq in /sys, and /proc/cpuinfo does not tell it");

    private static final String NOT_TOLD = "neither cpufreq in /sys nor /proc/cpuinfo tells the frequency";

    private final KernelFile file;
    private final LongSupplier nanoTime;
    private Frequency latest;
    private long readAt;

    CpuinfoGauge(KernelFile file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    @Override
    public Frequency read() {
        long now = nanoTime.getAsLong();
        if (latest == null || now - readAt >= VALID_NANOS) {
            latest = fresh();
            readAt = now;
        }
        return latest;
    }

    private Frequency fresh() {
        try {
            return parse(file.read());
        } catch (IOException e) {
            String reason = "it cannot be read: " + e.getMessage();
            return new Frequency(new Value.Missing(reason), NO_LIMITS, CoreClocks.none(reason));
        }
    }

    /** From the lines {@code processor} and {@code cpu MHz}; architectures other than x86 do not have the latter. */
    static Frequency parse(TextCursor text) throws MalformedTextException {
        Map<Integer, Value> clocks = new HashMap<>();
        int core = 0;
        for (; !text.atEnd(); text.nextLine()) {
            if (text.accept("processor")) {
                text.require(":");
                core = (int) text.number();
            } else if (text.accept("cpu MHz")) {
                text.require(":");
                clocks.put(core, ClockRule.megahertz(text.decimal()));
            }
        }
        CoreClocks cores = new CoreClocks(clocks, NOT_TOLD);
        return new Frequency(cores.mean(), NO_LIMITS, cores);
    }

    @Override
    public void close() {
        file.close();
    }
}
