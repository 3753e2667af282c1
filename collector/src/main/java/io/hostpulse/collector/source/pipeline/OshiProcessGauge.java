package io.hostpulse.collector.source.pipeline;

import java.util.OptionalLong;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Asks OSHI, which tells neither sockets nor proportional memory. */
final class OshiProcessGauge implements ProcessGauge {

    private final OperatingSystem system;
    private final long machineMemory;

    OshiProcessGauge(SystemInfo info) {
        this.system = info.getOperatingSystem();
        this.machineMemory = info.getHardware().getMemory().getTotal();
    }

    @Override
    public Details details(long pid) {
        OSProcess process = system.getProcess((int) pid);
        return process == null
                ? Details.NONE
                : new Details(positive(process.getResidentMemory()), positive(process.getThreadCount()));
    }

    @Override
    public Descriptors descriptors(long pid) {
        OSProcess process = system.getProcess((int) pid);
        return process == null
                ? Descriptors.NONE
                : new Descriptors(positive(process.getOpenFiles()), OptionalLong.empty());
    }

    /** A process has some of each; OSHI says 0 or -1 where it does not know. */
    private static OptionalLong positive(long number) {
        return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
    }

    @Override
    public OptionalLong proportional(long pid) {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong machineMemory() {
        return positive(machineMemory);
    }
}
