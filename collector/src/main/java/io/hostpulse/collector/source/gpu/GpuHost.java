package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.host.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where this host has what cards are read through.
 *
 * @param library the usual name of NVIDIA's library
 * @param smi NVIDIA's program, if there is one
 * @param smiLimit how long that program may take
 * @param bus the PCI devices
 * @param sys the root of sysfs
 * @param nanoTime a clock that never goes back
 */
record GpuHost(String library, Optional<Path> smi, Duration smiLimit, PciBus bus, Path sys, LongSupplier nanoTime) {

    static GpuHost current() {
        boolean windows = Platform.current() == Platform.WINDOWS;
        return new GpuHost(
                windows ? "nvml" : "libnvidia-ml.so.1",
                SmiProgram.find(
                        windows ? "nvidia-smi.exe" : "nvidia-smi",
                        System.getenv().getOrDefault("PATH", "")),
                SmiProgram.USUAL_LIMIT,
                new PciBus(PciBus.LINUX),
                SysfsBackend.LINUX,
                System::nanoTime);
    }
}
