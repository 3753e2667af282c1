package io.hostpulse.common.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Collects the garbage of this process and measures what that came to. */
final class GarbageCollection implements Supplier<GcReport> {

    @Override
    public GcReport get() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        OptionalLong residentBefore = ResidentMemory.ofThisProcess();
        long heapBefore = memory.getHeapMemoryUsage().getUsed();
        long begin = System.nanoTime();
        memory.gc();
        long nanos = System.nanoTime() - begin;
        long heapAfter = memory.getHeapMemoryUsage().getUsed();
        return new GcReport(heapBefore, heapAfter, residentBefore, ResidentMemory.ofThisProcess(), nanos);
    }
}
