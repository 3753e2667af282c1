package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * The frequency where there is no cpufreq, as in most virtual machines: from /proc/cpuinfo. That file has about 1.5 KB per
 * core and is made anew for every reader, so it is not read at every sample.
 */
final class CpuinfoGauge implements Frequency.Gauge {

    private static final long VALID_NANOS = 5_000_000_000L;

    private static final Value NO_MAX =
            new Value.Missing("there is no cpufreq in /sys, and /proc/cpuinfo does not tell the maximum");

    private final KernelFile file;
    private final LongSupplier nanoTime;
    private Frequency latest;
    private long readAt;

    CpuinfoGauge(KernelFile file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    @Override
    public Frequency read() throws IOException {
        long now = nanoTime.getAsLong();
        if (latest == null || now - readAt >= VALID_NANOS) {
            latest = new Frequency(mean(file.read()), NO_MAX);
            readAt = now;
        }
        return latest;
    }

    /** The mean of the {@code cpu MHz} lines; architectures other than x86 have none. */
    static Value mean(TextCursor text) throws MalformedTextException {
        double sum = 0;
        int cores = 0;
        for (; !text.atEnd(); text.nextLine()) {
            if (text.accept("cpu MHz")) {
                text.require(":");
                sum += text.decimal();
                cores++;
            }
        }
        return cores > 0 && sum > 0
                ? Rounding.twoDecimals(sum / cores)
                : new Value.Missing("neither cpufreq in /sys nor /proc/cpuinfo tells the frequency");
    }

    @Override
    public void close() {
        file.close();
    }
}
