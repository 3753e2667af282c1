package io.hostpulse.collector.source.memory;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How memory is used at one moment, in bytes. What a system does not tell is empty.
 *
 * @param total all of it
 * @param available what programs can still get without swapping
 * @param free what nothing uses, not even a cache
 * @param buffers the kernel's buffers
 * @param cached the page cache and the part of the slab caches that can be given back
 * @param swapTotal all swap space; 0 when none is configured
 * @param swapFree unused swap space
 * @param details what else Linux tells, by the names of {@link MemoryDetail}
 */
record MemoryAmounts(
        long total,
        OptionalLong available,
        OptionalLong free,
        OptionalLong buffers,
        OptionalLong cached,
        OptionalLong swapTotal,
        OptionalLong swapFree,
        Map<MemoryDetail, Long> details) {

    /** Copies the details. */
    MemoryAmounts {
        details = Map.copyOf(details);
    }
}
