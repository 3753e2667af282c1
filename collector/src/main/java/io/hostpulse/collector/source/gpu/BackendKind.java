package io.hostpulse.collector.source.gpu;

import java.util.Locale;

/** The ways to read cards, best first. */
enum BackendKind {
    /** NVIDIA's library, which is a part of its driver. */
    NVML,
    /** NVIDIA's program, where the library cannot be used. */
    NVIDIA_SMI,
    /** What the drivers of AMD and Intel show in /sys. */
    SYSFS;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
