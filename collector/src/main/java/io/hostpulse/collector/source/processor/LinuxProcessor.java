package io.hostpulse.collector.source.processor;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Reads /proc/stat, /proc/loadavg and, for the frequency, /sys or /proc/cpuinfo. */
final class LinuxProcessor implements Processor {

    private static final Path CPU_FOLDER = Path.of("/sys/devices/system/cpu");

    private final KernelFile stat = new KernelFile("/proc/stat");
    private final KernelFile loadavg = new KernelFile("/proc/loadavg");
    private final Frequency.Gauge frequency;
    private final Value physicalCores;

    private LinuxProcessor(Frequency.Gauge frequency, Value physicalCores) {
        this.frequency = frequency;
        this.physicalCores = physicalCores;
    }

    static LinuxProcessor open(LongSupplier nanoTime) throws IOException {
        return new LinuxProcessor(gauge(nanoTime), CpuTopology.physicalCores(CPU_FOLDER));
    }

    private static Frequency.Gauge gauge(LongSupplier nanoTime) {
        return new FallbackGauge(
                new CpufreqGauge(CPU_FOLDER, nanoTime), new CpuinfoGauge(new KernelFile("/proc/cpuinfo"), nanoTime));
    }

    @Override
    public CpuTimes times() throws IOException {
        return StatText.parse(stat.read());
    }

    @Override
    public LoadAverages load() throws IOException {
        return LoadAverages.parse(loadavg.read());
    }

    @Override
    public Frequency frequency() {
        return frequency.read();
    }

    @Override
    public Value physicalCores() {
        return physicalCores;
    }

    @Override
    public boolean tellsWaiting() {
        return true;
    }

    @Override
    public void close() {
        stat.close();
        loadavg.close();
        frequency.close();
    }
}
