package io.hostpulse.collector.source.memory;

import io.hostpulse.collector.source.text.KernelFile;
import java.io.IOException;

/** Reads /proc/meminfo. */
final class LinuxMemory implements Memory {

    private final KernelFile meminfo = new KernelFile("/proc/meminfo");

    @Override
    public MemoryAmounts read() throws IOException {
        return MeminfoText.parse(meminfo.read());
    }

    @Override
    public void close() {
        meminfo.close();
    }
}
