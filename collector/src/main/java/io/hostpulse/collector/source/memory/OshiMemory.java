package io.hostpulse.collector.source.memory;

import java.util.Map;
import java.util.OptionalLong;
import oshi.hardware.GlobalMemory;
import oshi.hardware.VirtualMemory;

/** Reads memory through OSHI, which does not tell caches and buffers apart. */
final class OshiMemory implements Memory {

    private final GlobalMemory memory;

    OshiMemory(GlobalMemory memory) {
        this.memory = memory;
    }

    @Override
    public MemoryAmounts read() {
        VirtualMemory swap = memory.getVirtualMemory();
        OptionalLong unknown = OptionalLong.empty();
        return new MemoryAmounts(
                memory.getTotal(),
                OptionalLong.of(memory.getAvailable()),
                unknown,
                unknown,
                unknown,
                OptionalLong.of(swap.getSwapTotal()),
                OptionalLong.of(swap.getSwapTotal() - swap.getSwapUsed()),
                Map.of());
    }
}
